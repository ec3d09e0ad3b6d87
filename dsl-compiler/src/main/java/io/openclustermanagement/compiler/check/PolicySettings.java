package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.Severity;
import io.openclustermanagement.compiler.program.TemplateDefinition.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What a policy or one of its template blocks says about its resources.
 *
 * @param after what the clauses of this block alone wait for
 */
record PolicySettings(
    Optional<Severity> severity,
    Optional<Mode> mode,
    Optional<Interval> interval,
    Optional<NamespaceSelection> namespaces,
    boolean ignoresPending,
    List<Dependency> after) {

  PolicySettings {
    after = List.copyOf(after);
  }

  /** The settings of a block in a policy that has these. */
  PolicySettings inside(PolicySettings policy) {
    return new PolicySettings(
        severity.or(policy::severity),
        mode.or(policy::mode),
        interval.or(policy::interval),
        namespaces.or(policy::namespaces),
        ignoresPending || policy.ignoresPending,
        after);
  }

  /** The settings of a clause of the policy itself, which waits for what the policy waits for. */
  PolicySettings withoutDependencies() {
    return new PolicySettings(severity, mode, interval, namespaces, ignoresPending, List.of());
  }
}
