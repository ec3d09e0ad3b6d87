package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySetExclusion;
import io.openclustermanagement.api.policy.PolicySetSpec;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition.Clusters;
import io.openclustermanagement.compiler.program.ExemptionDefinition.From;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a policy set into a PolicySet. */
final class PolicySetEmitter {

  private final Program program;
  private final Pointers pointers = new Pointers();

  PolicySetEmitter(Program program) {
    this.program = program;
  }

  Pointers pointers() {
    return pointers;
  }

  PolicySet emit(PolicySetDefinition set) {
    pointers.put("", set.origin());
    pointers.put("/metadata/name", set.nameOrigin());
    set.description().ifPresent(text -> pointers.put("/spec/description", text.origin()));
    List<String> policies = new ArrayList<>();
    List<PolicySetExclusion> exclusions = new ArrayList<>();
    for (Use member : set.policies()) {
      pointers.put("/spec/policies", policies.size(), member.origin());
      String name =
          program
              .policy(member.name())
              .map((PolicyDefinition policy) -> policy.metadata().name())
              .orElse(member.name().name());
      policies.add(name);
      exclusion(member, name, exclusions.size()).ifPresent(exclusions::add);
    }
    return new PolicySet(
        Emitter.metadata(set.namespace(), set.metadata()),
        new PolicySetSpec(set.description().map(Located::text).orElse(null), policies, exclusions),
        null);
  }

  /**
   * The clusters that exemptions name. Those that they describe are found, and all are taken out
   * again on their last day, by the hub, which reads the Exemption for it.
   */
  private Optional<PolicySetExclusion> exclusion(Use member, String name, int index) {
    List<ExemptionDefinition> exemptions =
        program.modules().stream()
            .flatMap(module -> module.exemptions().stream())
            .filter(each -> exempts(each, member))
            .filter(each -> each.clusters() instanceof Clusters.Named)
            .toList();
    if (exemptions.isEmpty()) {
      return Optional.empty();
    }
    Set<String> clusters = new LinkedHashSet<>();
    exemptions.forEach(
        each ->
            ((Clusters.Named) each.clusters()).names().forEach(one -> clusters.add(one.text())));
    pointers.put("/spec/exclusions", index, exemptions.getFirst().nameOrigin());
    String reason =
        String.join(
            "; ", exemptions.stream().map(each -> each.because().text()).distinct().toList());
    return clusters.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolicySetExclusion(name, List.copyOf(clusters), reason));
  }

  private static boolean exempts(ExemptionDefinition exemption, Use member) {
    return exemption.from().stream()
        .anyMatch(
            from -> from instanceof From.Policy(var policy, _) && policy.equals(member.name()));
  }
}
