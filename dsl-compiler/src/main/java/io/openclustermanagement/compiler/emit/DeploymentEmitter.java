package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.work.CascadeDeletionPolicy;
import io.openclustermanagement.api.work.DeleteOption;
import io.openclustermanagement.api.work.DeletePropagationPolicy;
import io.openclustermanagement.api.work.ExecutorSubjectType;
import io.openclustermanagement.api.work.LocalPlacementReference;
import io.openclustermanagement.api.work.ManifestWorkExecutor;
import io.openclustermanagement.api.work.ManifestWorkExecutorSubject;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.work.ManifestWorkReplicaSetSpec;
import io.openclustermanagement.api.work.ManifestWorkSpec;
import io.openclustermanagement.api.work.ManifestsTemplate;
import io.openclustermanagement.api.work.ServiceAccountSubject;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Deletion;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Propagation;
import io.openclustermanagement.compiler.program.DeploymentDefinition.ServiceAccount;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Steps;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a deployment into a ManifestWorkReplicaSet. */
final class DeploymentEmitter {

  private static final String TEMPLATE = "/spec/manifestWorkTemplate";

  /** As upstream's webhook for ManifestWorks has it, see {@code pkg/work/webhook/common}. */
  private static final int MAX_BYTES = 500 * 1024;

  private final Program program;
  private final Findings findings;
  private final Pointers pointers = new Pointers();

  DeploymentEmitter(Program program, Findings findings) {
    this.program = program;
    this.findings = findings;
  }

  Pointers pointers() {
    return pointers;
  }

  ManifestWorkReplicaSet emit(DeploymentDefinition deployment) {
    pointers.put("", deployment.origin());
    pointers.put("/metadata/name", deployment.nameOrigin());
    warnAboutEnd(deployment);
    List<JsonObject> manifests = manifests(deployment);
    requireSize(deployment, manifests);
    return new ManifestWorkReplicaSet(
        Emitter.metadata(deployment.namespace(), deployment.metadata()),
        new ManifestWorkReplicaSetSpec(
            new ManifestWorkSpec(
                new ManifestsTemplate(manifests),
                deployment.deletion().map(this::deleteOption).orElse(null),
                new ManifestConfigEmitter(findings, pointers, TEMPLATE + "/manifestConfigs")
                    .emit(deployment),
                deployment.account().map(this::executor).orElse(null)),
            placements(deployment),
            deployment.deletion().map(this::cascade).orElse(null)),
        null);
  }

  private List<JsonObject> manifests(DeploymentDefinition deployment) {
    List<JsonObject> manifests = new ArrayList<>();
    ManifestEmitter emitter = new ManifestEmitter(findings, pointers);
    for (Manifest each : deployment.manifests()) {
      manifests.add(
          emitter.forDeployment(each, TEMPLATE + "/workload/manifests/" + manifests.size()));
    }
    return manifests;
  }

  private void requireSize(DeploymentDefinition deployment, List<JsonObject> manifests) {
    long bytes =
        manifests.stream()
            .mapToLong(
                each -> JsonWriter.line(each.toTree()).getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (bytes > MAX_BYTES) {
      findings.add(
          Diagnostic.error(
                  Code.MANIFESTS_TOO_LARGE,
                  deployment.nameOrigin().span(),
                  "The manifests of `%s` have %d bytes, at most %d can be sent to a cluster."
                      .formatted(deployment.name().name(), bytes, MAX_BYTES))
              .help("split the deployment."));
    }
  }

  /** Upstream learns only from a condition `Progressing` of the works that it may go on. */
  private void warnAboutEnd(DeploymentDefinition deployment) {
    if (deployment.health().isEmpty()
        && deployment.rollout().filter(each -> each.steps() != Steps.ALL).isPresent()) {
      var rollout = deployment.rollout().get();
      findings.add(
          Diagnostic.warning(
                  Code.ROLLOUT_NEVER_ENDS,
                  rollout.origin().span(),
                  "Nothing tells this rollout when a cluster is done.")
              .note("a rollout goes on where the condition `Progressing` of a work becomes False")
              .help("say with `healthy when …` when a manifest is as it should be."));
    }
  }

  // Placements.

  private List<LocalPlacementReference> placements(DeploymentDefinition deployment) {
    List<LocalPlacementReference> references = new ArrayList<>();
    for (Use use : deployment.placements()) {
      String pointer = "/spec/placementRefs/" + references.size();
      pointers.put(pointer, use.origin());
      String name =
          program
              .placement(use.name())
              .map(placement -> placement.metadata().name())
              .orElse(use.name().name());
      references.add(
          new LocalPlacementReference(
              name,
              deployment
                  .rollout()
                  .map(
                      rollout ->
                          new RolloutEmitter(pointers, pointer + "/rolloutStrategy").emit(rollout))
                  .orElse(null)));
    }
    return references;
  }

  // Rights and the end.

  private ManifestWorkExecutor executor(ServiceAccount account) {
    pointers.put(TEMPLATE + "/executor", account.origin());
    return new ManifestWorkExecutor(
        new ManifestWorkExecutorSubject(
            ExecutorSubjectType.SERVICE_ACCOUNT,
            new ServiceAccountSubject(account.namespace(), account.name())));
  }

  private @Nullable DeleteOption deleteOption(Deletion deletion) {
    if (deletion.propagation() != Propagation.BACKGROUND) {
      pointers.put(TEMPLATE + "/deleteOption", deletion.origin());
    }
    return switch (deletion.propagation()) {
      case FOREGROUND -> new DeleteOption(DeletePropagationPolicy.FOREGROUND, null, null);
      case BACKGROUND -> null;
      case ORPHAN -> new DeleteOption(DeletePropagationPolicy.ORPHAN, null, null);
    };
  }

  private @Nullable CascadeDeletionPolicy cascade(Deletion deletion) {
    if (deletion.propagation() != Propagation.ORPHAN) {
      pointers.put("/spec/cascadeDeletionPolicy", deletion.origin());
    }
    return switch (deletion.propagation()) {
      case FOREGROUND -> CascadeDeletionPolicy.FOREGROUND;
      case BACKGROUND -> CascadeDeletionPolicy.BACKGROUND;
      case ORPHAN -> null;
    };
  }
}
