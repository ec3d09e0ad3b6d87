package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.DeploymentDefinition;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PlacementDefinition;
import io.openclustermanagement.compiler.program.PlacementDefinition.Group;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import java.util.List;

/**
 * Verifies that the placements of a deployment have the groups that its rollout begins with.
 * Upstream passes over a group that does not exist.
 */
record RolloutGroups(Findings findings) {

  void check(Program program) {
    program
        .modules()
        .forEach(module -> module.deployments().forEach(deployment -> check(deployment, program)));
  }

  private void check(DeploymentDefinition deployment, Program program) {
    List<Located> groups =
        deployment.rollout().map(DeploymentDefinition.Rollout::firstGroups).orElse(List.of());
    for (Use use : deployment.placements()) {
      program
          .placement(use.name())
          .ifPresent(placement -> groups.forEach(group -> check(group, placement)));
    }
  }

  private void check(Located group, PlacementDefinition placement) {
    List<String> known =
        placement.groups().stream()
            .flatMap(groups -> groups.list().stream())
            .map(Group::name)
            .toList();
    if (known.contains(group.text())) {
      return;
    }
    var finding =
        Diagnostic.error(
                Code.UNKNOWN_NAME,
                group.origin().span(),
                "The placement `%s` has no group `%s`."
                    .formatted(placement.name().name(), group.text()))
            .related(placement.nameOrigin().span(), "declared here");
    Suggestions.closest(group.text(), known)
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    findings.add(finding);
  }
}
