package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.work.FeedbackPath;
import io.openclustermanagement.api.work.FeedbackRule;
import io.openclustermanagement.api.work.FeedbackRuleType;
import io.openclustermanagement.api.work.IgnoreField;
import io.openclustermanagement.api.work.IgnoreFieldsCondition;
import io.openclustermanagement.api.work.ManifestConfigOption;
import io.openclustermanagement.api.work.ResourceIdentifier;
import io.openclustermanagement.api.work.ServerSideApplyConfig;
import io.openclustermanagement.api.work.UpdateStrategy;
import io.openclustermanagement.api.work.UpdateStrategyType;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.DeployClause.ApplyMode;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes how the agent treats manifests as {@code apply} and {@code report}. A deployment says once
 * how all manifests are applied, and of each what it reports, in the order of the manifests.
 */
final class ManifestConfigImport {
  private static final Pattern PATH = Pattern.compile("\\.[A-Za-z_][A-Za-z0-9_.]*");

  private final Reasons reasons;
  private final String pointer;
  private final List<JsonObject> manifests;
  private final List<DeployClause> clauses = new ArrayList<>();

  /**
   * @param pointer where the settings stand
   */
  ManifestConfigImport(Reasons reasons, String pointer, List<JsonObject> manifests) {
    this.reasons = reasons;
    this.pointer = pointer;
    this.manifests = manifests;
  }

  List<DeployClause> clauses(List<ManifestConfigOption> options) {
    List<@Nullable UpdateStrategy> strategies = new ArrayList<>();
    options.forEach(each -> strategies.add(each.updateStrategy()));
    if (strategies.stream().distinct().count() > 1) {
      reasons.field(pointer, "a `deploy` applies all manifests alike");
    } else if (!options.isEmpty()) {
      UpdateStrategy strategy = strategies.getFirst();
      apply(strategy).ifPresent(clauses::add);
      if (strategy != null && options.size() < manifests.size()) {
        reasons.field(pointer, "a `deploy` applies all manifests alike, and some have no entry");
      }
    }
    for (int i = 0; i < options.size(); i++) {
      report(options.get(i), pointer + "/" + i);
    }
    return clauses;
  }

  // How manifests are applied.

  private Optional<DeployClause> apply(@Nullable UpdateStrategy strategy) {
    if (strategy == null) {
      return Optional.empty();
    }
    ServerSideApplyConfig config = strategy.serverSideApply();
    UpdateStrategyType type =
        Objects.requireNonNullElse(strategy.type(), UpdateStrategyType.UPDATE);
    boolean plain = config == null || type != UpdateStrategyType.SERVER_SIDE_APPLY;
    if (config != null && (plain || config.fieldManager() != null)) {
      reasons.field(pointer, "a `deploy` has no field manager of its own");
    }
    return Optional.of(
        new DeployClause.Apply(
            mode(type),
            !plain && config != null && Boolean.TRUE.equals(config.force()),
            plain || config == null ? null : ignored(config.ignoreFields()),
            Trees.NOWHERE));
  }

  private static ApplyMode mode(UpdateStrategyType type) {
    return switch (type) {
      case UPDATE -> ApplyMode.UPDATE;
      case CREATE_ONLY -> ApplyMode.CREATE_ONLY;
      case READ_ONLY -> ApplyMode.READ_ONLY;
      case SERVER_SIDE_APPLY -> ApplyMode.SERVER_SIDE;
    };
  }

  private @Nullable ListLiteral ignored(List<IgnoreField> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    IgnoreField first = fields.getFirst();
    boolean always = first.condition() == IgnoreFieldsCondition.ON_SPOKE_CHANGE;
    boolean other = !first.jsonPaths().isEmpty() || !first.jqPathExpressions().isEmpty();
    if (fields.size() > 1 || always || other || first.jsonPointers().isEmpty()) {
      reasons.field(pointer, "`ignoring` lists JSON pointers of fields that a cluster has");
    }
    return Trees.texts(first.jsonPointers());
  }

  // What manifests report.

  private void report(ManifestConfigOption option, String place) {
    if (!option.conditionRules().isEmpty()) {
      reasons.field(place + "/conditionRules", "conditions in CEL are not turned into `healthy`");
    }
    if (option.feedbackScrapeType() != null) {
      reasons.field(place + "/feedbackScrapeType", "the language says nothing about watching");
    }
    ResourceIdentifier identifier = option.resourceIdentifier();
    Optional<KindName> kind = kind(identifier);
    if (kind.isEmpty()) {
      reasons.field(place + "/resourceIdentifier", "no manifest of a known kind is meant");
      return;
    }
    for (FeedbackRule rule : option.feedbackRules()) {
      String namespace = identifier.namespace();
      clauses.add(
          new DeployClause.Report(
              kind.get(),
              Trees.text(identifier.name()),
              namespace == null ? null : Trees.text(namespace),
              paths(rule, place),
              Trees.NOWHERE));
    }
  }

  /** The fields that are reported; null for the status that the agent knows of. */
  private @Nullable ListLiteral paths(FeedbackRule rule, String place) {
    if (rule.type() == FeedbackRuleType.WELL_KNOWN_STATUS) {
      return null;
    }
    List<String> paths = new ArrayList<>();
    for (FeedbackPath path : rule.jsonPaths()) {
      if (path.version() != null || !PATH.matcher(path.path()).matches()) {
        reasons.field(place + "/feedbackRules", "a `report` lists fields of the current version");
      }
      paths.add(path.path().replaceFirst("^\\.", ""));
    }
    return Trees.texts(paths);
  }

  /** The kind of the manifest that is meant. */
  private Optional<KindName> kind(ResourceIdentifier identifier) {
    for (JsonObject manifest : manifests) {
      JsonObject metadata = manifest.object("metadata");
      Optional<ResourceType> type =
          KubernetesSchemas.builtIn()
              .find(manifest.text("apiVersion").orElse(""), manifest.text("kind").orElse(""));
      boolean meant =
          type.filter(
                      known ->
                          known.plural().equals(identifier.resource())
                              && known
                                  .group()
                                  .equals(Objects.requireNonNullElse(identifier.group(), "")))
                  .isPresent()
              && metadata.text("name").equals(Optional.of(identifier.name()))
              && metadata.text("namespace").equals(Optional.ofNullable(identifier.namespace()));
      if (meant) {
        return ResourceImport.kind(manifest);
      }
    }
    return Optional.empty();
  }
}
