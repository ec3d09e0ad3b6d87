package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.rules.RulePolicy;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.Dependency.On;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what a policy waits for. */
record DependencyEmitter(Program program, Target target, Findings findings, Pointers pointers) {

  List<PolicyDependency> emit(List<Dependency> written, String namespace, String pointer) {
    List<PolicyDependency> dependencies = new ArrayList<>();
    for (Dependency each : written) {
      pointers.put(pointer, dependencies.size(), each.origin());
      dependency(each, namespace).ifPresent(dependencies::add);
    }
    return dependencies;
  }

  private Optional<PolicyDependency> dependency(Dependency written, String namespace) {
    ComplianceState state = state(written.state());
    return switch (written.on()) {
      case On.Policy(GlobalName name) ->
          program
              .policy(name)
              .map(
                  policy ->
                      of(
                          Policy.API_VERSION,
                          Policy.KIND,
                          policy.metadata().name(),
                          policy.namespace(),
                          namespace,
                          state));
      case On.PolicySet(GlobalName name) ->
          program
              .policySet(name)
              .map(
                  set ->
                      of(
                          PolicySet.API_VERSION,
                          PolicySet.KIND,
                          set.metadata().name(),
                          set.namespace(),
                          namespace,
                          state));
      case On.Template template -> template(template, written, state);
      case On.ClusterObject(String apiVersion, String kind, String name, var place) ->
          Optional.of(new PolicyDependency(apiVersion, kind, name, place.orElse(null), state));
    };
  }

  /** Upstream takes a name with a dot for one with its namespace, if no namespace is given. */
  private static PolicyDependency of(
      String apiVersion,
      String kind,
      String name,
      String namespace,
      String own,
      ComplianceState state) {
    boolean clear = namespace.equals(own) && !name.contains(".");
    return new PolicyDependency(apiVersion, kind, name, clear ? null : namespace, state);
  }

  private Optional<PolicyDependency> template(
      On.Template template, Dependency written, ComplianceState state) {
    if (template.isRule() && target == Target.UPSTREAM) {
      findings.add(
          Diagnostic.error(
                  Code.RULE_DEPENDENCY_NOT_UPSTREAM,
                  written.origin().span(),
                  "Upstream cannot wait for a rule.")
              .note(
                  "a RulePolicy lies in the namespace of its cluster, where upstream looks only for"
                      + " kinds of its own group")
              .help(
                  "wait for the whole policy with `after policy`, or build with `--target native`."));
    }
    return program
        .policy(template.policy())
        .flatMap((PolicyDefinition policy) -> policy.template(template.template()))
        .map(
            found ->
                new PolicyDependency(
                    template.isRule() ? RulePolicy.API_VERSION : ConfigurationPolicy.API_VERSION,
                    template.isRule() ? RulePolicy.KIND : ConfigurationPolicy.KIND,
                    objectName(found),
                    null,
                    state));
  }

  private static String objectName(TemplateDefinition template) {
    return template.head().objectName().text();
  }

  private static ComplianceState state(Dependency.State state) {
    return switch (state) {
      case COMPLIANT -> ComplianceState.COMPLIANT;
      case NON_COMPLIANT -> ComplianceState.NON_COMPLIANT;
      case PENDING -> ComplianceState.PENDING;
    };
  }
}
