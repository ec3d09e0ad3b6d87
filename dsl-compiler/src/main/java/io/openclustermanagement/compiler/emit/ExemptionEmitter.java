package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.ExemptionSpec;
import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.api.rules.RuleExemption;
import io.openclustermanagement.api.rules.RuleReference;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.ExemptionDefinition.Clusters;
import io.openclustermanagement.compiler.program.ExemptionDefinition.From;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.ResourceScope;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an exemption into an Exemption, which the hub of this project reads. */
final class ExemptionEmitter {

  private final Program program;
  private final Target target;
  private final Findings findings;
  private final Pointers pointers = new Pointers();

  ExemptionEmitter(Program program, Target target, Findings findings) {
    this.program = program;
    this.target = target;
    this.findings = findings;
  }

  Pointers pointers() {
    return pointers;
  }

  Exemption emit(ExemptionDefinition exemption) {
    refuseUpstream(exemption);
    pointers.put("", exemption.origin());
    pointers.put("/metadata/name", exemption.nameOrigin());
    pointers.put("/spec/owner", exemption.owner().origin());
    pointers.put("/spec/because", exemption.because().origin());
    List<String> policies = new ArrayList<>();
    List<RuleReference> rules = new ArrayList<>();
    for (From from : exemption.from()) {
      switch (from) {
        case From.Policy(GlobalName policy, var origin) -> {
          pointers.put("/spec/policies", policies.size(), origin);
          policies.add(objectName(policy));
        }
        case From.Rule(GlobalName policy, String rule, var origin) -> {
          pointers.put("/spec/rules", rules.size(), origin);
          rules.add(new RuleReference(objectName(policy), rule));
        }
      }
    }
    return new Exemption(
        ObjectMeta.named(exemption.namespace(), exemption.name().name()),
        new ExemptionSpec(
            policies,
            rules,
            exemption.owner().text(),
            exemption.ticket().map(Located::text).orElse(null),
            exemption.until().toString(),
            exemption.because().text(),
            names(exemption.clusters()),
            selector(exemption.clusters()).orElse(null),
            match(exemption),
            namespaces(exemption).orElse(null),
            condition(exemption).orElse(null)));
  }

  /** What a rule carries of it to the clusters. */
  RuleExemption ofRule(ExemptionDefinition exemption) {
    return new RuleExemption(
        exemption.name().name(),
        exemption.owner().text(),
        exemption.ticket().map(Located::text).orElse(null),
        exemption.until().toString(),
        exemption.because().text(),
        names(exemption.clusters()),
        selector(exemption.clusters()).orElse(null),
        match(exemption),
        namespaces(exemption).orElse(null),
        condition(exemption).orElse(null));
  }

  private static List<ResourceMatch> match(ExemptionDefinition exemption) {
    return exemption.resources().map(each -> RuleEmitter.match(each.kinds())).orElse(List.of());
  }

  private Optional<NamespaceSelector> namespaces(ExemptionDefinition exemption) {
    return exemption
        .resources()
        .flatMap(ResourceScope::namespaces)
        .map(
            each ->
                new SelectionEmitter(findings, pointers)
                    .namespaces(each, "/spec/namespaceSelector"));
  }

  private Optional<String> condition(ExemptionDefinition exemption) {
    return exemption.resources().flatMap(each -> ConditionCel.of(each, findings));
  }

  private String objectName(GlobalName policy) {
    return program.policy(policy).map(found -> found.metadata().name()).orElse(policy.name());
  }

  private void refuseUpstream(ExemptionDefinition exemption) {
    if (target == Target.UPSTREAM) {
      findings.add(
          Diagnostic.error(
                  Code.EXEMPTION_NOT_UPSTREAM,
                  exemption.nameOrigin().span(),
                  "Upstream knows no exemptions, and none that end.")
              .note("the exclusions of a PolicySet stay until someone removes them")
              .help(
                  "choose the clusters in the placement instead, or build with `--target native`."));
    }
  }

  private static List<String> names(Clusters clusters) {
    return clusters instanceof Clusters.Named(List<Located> names)
        ? names.stream().map(Located::text).toList()
        : List.of();
  }

  private Optional<ClusterSelector> selector(Clusters clusters) {
    return clusters instanceof Clusters.Where(Expr condition)
        ? Optional.of(
            new ConditionEmitter(findings, pointers).selector(condition, "/spec/clusterSelector"))
        : Optional.empty();
  }
}
