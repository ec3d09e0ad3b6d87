package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.work.ConditionRule;
import io.openclustermanagement.api.work.ConditionRuleType;
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
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Apply;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Health;
import io.openclustermanagement.compiler.program.DeploymentDefinition.ManifestReference;
import io.openclustermanagement.compiler.program.DeploymentDefinition.Report;
import io.openclustermanagement.compiler.program.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes how the agent treats each manifest: one entry for each that a clause says something about,
 * because of several entries that match the agent takes each part from the first that has it.
 */
record ManifestConfigEmitter(Findings findings, Pointers pointers, String pointer) {

  /** What a rollout waits for to end. */
  private static final String PROGRESSING = "Progressing";

  List<ManifestConfigOption> emit(DeploymentDefinition deployment) {
    List<ManifestConfigOption> options = new ArrayList<>();
    for (ManifestReference manifest : deployment.references()) {
      List<Health> health =
          deployment.health().stream().filter(each -> each.manifest().equals(manifest)).toList();
      List<Report> reports =
          deployment.reports().stream().filter(each -> each.manifest().equals(manifest)).toList();
      if (deployment.apply().isPresent() || !health.isEmpty() || !reports.isEmpty()) {
        options.add(
            option(manifest, deployment.apply(), health, reports, pointer + "/" + options.size()));
      }
    }
    return options;
  }

  private ManifestConfigOption option(
      ManifestReference manifest,
      Optional<Apply> apply,
      List<Health> health,
      List<Report> reports,
      String place) {
    apply.ifPresent(each -> pointers.put(place + "/updateStrategy", each.origin()));
    return new ManifestConfigOption(
        new ResourceIdentifier(
            manifest.group(),
            manifest.resource(),
            manifest.name(),
            manifest.namespace().orElse(null)),
        feedback(reports, place + "/feedbackRules"),
        null,
        apply.map(ManifestConfigEmitter::strategy).orElse(null),
        conditions(health, place + "/conditionRules"));
  }

  private static UpdateStrategy strategy(Apply apply) {
    return switch (apply.mode()) {
      case UPDATE -> new UpdateStrategy(UpdateStrategyType.UPDATE, null);
      case CREATE_ONLY -> new UpdateStrategy(UpdateStrategyType.CREATE_ONLY, null);
      case READ_ONLY -> new UpdateStrategy(UpdateStrategyType.READ_ONLY, null);
      case SERVER_SIDE ->
          new UpdateStrategy(UpdateStrategyType.SERVER_SIDE_APPLY, serverSide(apply));
    };
  }

  private static @Nullable ServerSideApplyConfig serverSide(Apply apply) {
    List<String> ignored = apply.ignoring().stream().map(Located::text).toList();
    return !apply.force() && ignored.isEmpty()
        ? null
        : new ServerSideApplyConfig(
            apply.force() ? Boolean.TRUE : null,
            null,
            ignored.isEmpty()
                ? List.of()
                : List.of(
                    new IgnoreField(
                        IgnoreFieldsCondition.ON_SPOKE_PRESENT, List.of(), ignored, List.of())));
  }

  private List<FeedbackRule> feedback(List<Report> reports, String place) {
    List<FeedbackRule> rules = new ArrayList<>();
    for (Report report : reports) {
      pointers.put(place, rules.size(), report.origin());
      rules.add(
          report.paths().isEmpty()
              ? new FeedbackRule(FeedbackRuleType.WELL_KNOWN_STATUS, List.of())
              : new FeedbackRule(
                  FeedbackRuleType.JSON_PATHS,
                  report.paths().stream()
                      .map(path -> new FeedbackPath(path.name(), null, path.path()))
                      .toList()));
    }
    return rules;
  }

  /** Healthy is what is not in progress any more: all conditions of one manifest must hold. */
  private List<ConditionRule> conditions(List<Health> health, String place) {
    if (health.isEmpty()) {
      return List.of();
    }
    pointers.put(place, 0, health.getFirst().origin());
    return ConditionCel.unless(health.stream().map(Health::condition).toList(), findings)
        .map(
            cel ->
                List.of(
                    new ConditionRule(
                        PROGRESSING, ConditionRuleType.CEL, List.of(cel), null, null)))
        .orElse(List.of());
  }
}
