package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.RolloutAll;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutProgressivePerGroup;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.schema.Defaults;
import io.openclustermanagement.api.work.CascadeDeletionPolicy;
import io.openclustermanagement.api.work.DeleteOption;
import io.openclustermanagement.api.work.DeletePropagationPolicy;
import io.openclustermanagement.api.work.LocalPlacementReference;
import io.openclustermanagement.api.work.ManifestWorkExecutor;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSetSpec;
import io.openclustermanagement.api.work.ManifestWorkSpec;
import io.openclustermanagement.api.work.ServiceAccountSubject;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.DeployClause.Propagation;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a ManifestWorkReplicaSet as a {@code deploy}. */
final class DeploymentImport {
  private static final String TEMPLATE = "/spec/manifestWorkTemplate";

  private final Item<ManifestWorkReplicaSet> item;
  private final Reasons reasons;
  private final Map<String, String> placements;
  private final List<DeployClause> clauses = new ArrayList<>();
  private final List<String> used = new ArrayList<>();

  /**
   * @param placements what the placements of the namespace are called, by their names on the hub
   */
  DeploymentImport(
      Item<ManifestWorkReplicaSet> item, Reasons reasons, Map<String, String> placements) {
    this.item = item;
    this.reasons = reasons;
    this.placements = placements;
  }

  /** The placements that {@link #declaration} names. */
  List<String> placements() {
    return used;
  }

  Declaration declaration(String name) {
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata.labels().ifPresent(each -> clauses.add(new DeployClause.Labels(each, Trees.NOWHERE)));
    metadata
        .annotations()
        .ifPresent(each -> clauses.add(new DeployClause.Annotations(each, Trees.NOWHERE)));
    ManifestWorkReplicaSetSpec spec = item.object().spec();
    ManifestWorkSpec template = spec == null ? null : spec.manifestWorkTemplate();
    if (spec == null || template == null || template.workload() == null) {
      reasons.field("/spec", "there are no manifests in it");
    } else {
      to(spec.placementRefs());
      manifests(template.workload().manifests());
      work(template);
      deletion(template.deleteOption(), spec.cascadeDeletionPolicy());
    }
    return new Declaration.Deploy(
        null, Trees.name(name), Trees.objectName(name, item.name()), clauses, Trees.NOWHERE);
  }

  private void to(List<LocalPlacementReference> references) {
    List<QualifiedName> names = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      String name = placements.get(references.get(i).name());
      if (name == null) {
        reasons.invalid(
            "/spec/placementRefs/" + i, "it is not among the sources", "import it too.");
      } else {
        names.add(Trees.reference(name));
        used.add(name);
      }
    }
    clauses.add(new DeployClause.To(names, Trees.NOWHERE));
    List<@Nullable RolloutStrategy> strategies = new ArrayList<>();
    references.forEach(each -> strategies.add(each.rolloutStrategy()));
    if (strategies.stream().distinct().count() > 1) {
      reasons.field("/spec/placementRefs", "a `deploy` has one rollout for all placements");
    } else if (!strategies.isEmpty()) {
      new RolloutImport(reasons, "/spec/placementRefs/0/rolloutStrategy")
          .clause(strategies.getFirst())
          .ifPresent(clauses::add);
    }
  }

  private void manifests(List<JsonObject> manifests) {
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < manifests.size(); i++) {
      Optional<Resource> resource = ResourceImport.resource(manifests.get(i), null);
      resource.ifPresent(resources::add);
      if (resource.isEmpty()) {
        reasons.field(TEMPLATE + "/workload/manifests/" + i, "the notation cannot say it");
      }
    }
    clauses.add(new DeployClause.Manifests(resources, Trees.NOWHERE));
  }

  private void work(ManifestWorkSpec template) {
    List<JsonObject> manifests =
        template.workload() == null ? List.of() : template.workload().manifests();
    clauses.addAll(
        new ManifestConfigImport(reasons, TEMPLATE + "/manifestConfigs", manifests)
            .clauses(template.manifestConfigs()));
    ManifestWorkExecutor executor = template.executor();
    ServiceAccountSubject account =
        executor == null || executor.subject() == null ? null : executor.subject().serviceAccount();
    if (account != null) {
      clauses.add(
          new DeployClause.AsServiceAccount(
              Trees.text(account.namespace() + "/" + account.name()), Trees.NOWHERE));
    } else if (executor != null) {
      reasons.field(TEMPLATE + "/executor", "it names no service account");
    }
  }

  private void deletion(@Nullable DeleteOption option, @Nullable CascadeDeletionPolicy cascade) {
    DeletePropagationPolicy propagation = option == null ? null : option.propagationPolicy();
    boolean waits = cascade == CascadeDeletionPolicy.FOREGROUND;
    if (option != null
        && (option.selectivelyOrphans() != null || option.ttlSecondsAfterFinished() != null)) {
      reasons.field(TEMPLATE + "/deleteOption", "only the way of deletion can be said");
    }
    switch (Objects.requireNonNullElse(propagation, DeletePropagationPolicy.FOREGROUND)) {
      case FOREGROUND -> {
        if (waits) {
          clauses.add(new DeployClause.OnDelete(Propagation.FOREGROUND, Trees.NOWHERE));
        }
      }
      case ORPHAN -> {
        clauses.add(new DeployClause.OnDelete(Propagation.ORPHAN, Trees.NOWHERE));
        if (waits) {
          reasons.field("/spec/cascadeDeletionPolicy", "orphans are not waited for");
        }
      }
      case SELECTIVELY_ORPHAN ->
          reasons.field(TEMPLATE + "/deleteOption", "all manifests go, or none");
    }
  }

  /**
   * The normal form of the spec: an absent {@code deleteOption} deletes, and a rollout without its
   * details has the usual ones.
   */
  static JsonObject form(ManifestWorkReplicaSet set) {
    ManifestWorkReplicaSet complete =
        set.spec() == null
            ? set
            : new ManifestWorkReplicaSet(set.metadata(), complete(set.spec()), null);
    JsonObject spec = JsonObject.of(ManifestWriter.tree(Defaults.apply(complete))).object("spec");
    JsonObject template = spec.object("manifestWorkTemplate");
    JsonObject option = template.object("deleteOption");
    boolean usual = option.equals(JsonObject.of(Map.of("propagationPolicy", "Foreground")));
    return usual ? spec.with("manifestWorkTemplate", template.without("deleteOption")) : spec;
  }

  private static ManifestWorkReplicaSetSpec complete(ManifestWorkReplicaSetSpec spec) {
    return new ManifestWorkReplicaSetSpec(
        spec.manifestWorkTemplate(),
        spec.placementRefs().stream()
            .map(each -> new LocalPlacementReference(each.name(), complete(each.rolloutStrategy())))
            .toList(),
        spec.cascadeDeletionPolicy());
  }

  private static @Nullable RolloutStrategy complete(@Nullable RolloutStrategy strategy) {
    if (strategy == null) {
      return null;
    }
    return switch (Objects.requireNonNullElse(strategy.type(), RolloutType.ALL)) {
      case ALL ->
          new RolloutStrategy(
              strategy.type(),
              Objects.requireNonNullElse(strategy.all(), new RolloutAll(null, null, null)),
              strategy.progressive(),
              strategy.progressivePerGroup());
      case PROGRESSIVE ->
          new RolloutStrategy(
              strategy.type(),
              strategy.all(),
              Objects.requireNonNullElse(
                  strategy.progressive(),
                  new RolloutProgressive(null, null, null, List.of(), null)),
              strategy.progressivePerGroup());
      case PROGRESSIVE_PER_GROUP ->
          new RolloutStrategy(
              strategy.type(),
              strategy.all(),
              strategy.progressive(),
              Objects.requireNonNullElse(
                  strategy.progressivePerGroup(),
                  new RolloutProgressivePerGroup(null, null, null, List.of())));
    };
  }
}
