package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** Dependencies as clusters see them, and those of one template put together. */
final class Dependencies {
  private Dependencies() {}

  /** Which object a dependency is on. */
  private record Target(String apiVersion, String kind, String namespace, String name) {
    static Target of(PolicyDependency dependency) {
      return new Target(
          dependency.apiVersion(),
          dependency.kind(),
          Objects.requireNonNullElse(dependency.namespace(), ""),
          dependency.name());
    }
  }

  /**
   * Dependencies in the form that clusters need ({@code canonicalizeDependencies} of {@code
   * controllers/propagator/replication.go}): the policies of a set one by one, and policies by the
   * names of their replicas. A set that does not exist stays, and is never satisfied.
   *
   * @param namespace of the policy that depends
   */
  static List<PolicyDependency> canonical(
      List<PolicyDependency> dependencies,
      String namespace,
      SortedMap<HubName, PolicySet> policySets) {
    List<PolicyDependency> canonical = new ArrayList<>();
    for (PolicyDependency dependency : dependencies) {
      String in = dependency.namespace();
      String where = in == null || in.isEmpty() ? namespace : in;
      if (is(dependency, PolicySet.API_VERSION, PolicySet.KIND)) {
        canonical.addAll(members(dependency, new HubName(where, dependency.name()), policySets));
      } else if (is(dependency, Policy.API_VERSION, Policy.KIND)) {
        boolean full = dependency.name().split("\\.", -1).length == 2;
        canonical.add(full ? dependency : policy(where, dependency.name(), dependency));
      } else {
        canonical.add(dependency);
      }
    }
    return canonical;
  }

  private static List<PolicyDependency> members(
      PolicyDependency dependency, HubName name, SortedMap<HubName, PolicySet> policySets) {
    PolicySet set = policySets.get(name);
    if (set == null) {
      return List.of(
          new PolicyDependency(
              dependency.apiVersion(),
              dependency.kind(),
              dependency.name(),
              name.namespace(),
              dependency.compliance()));
    }
    return set.spec().policies().stream()
        .map(policy -> policy(name.namespace(), policy, dependency))
        .toList();
  }

  private static PolicyDependency policy(
      String namespace, String name, PolicyDependency dependency) {
    return new PolicyDependency(
        Policy.API_VERSION, Policy.KIND, namespace + "." + name, null, dependency.compliance());
  }

  static boolean is(PolicyDependency dependency, String apiVersion, String kind) {
    return dependency.apiVersion().equals(apiVersion) && dependency.kind().equals(kind);
  }

  /**
   * What one template depends on.
   *
   * @param conflict the name of an object that is wanted in two states
   */
  record OfTemplate(List<PolicyDependency> all, Optional<String> conflict) {}

  /**
   * The dependencies of a policy and of one of its templates, each object once. Of two states that
   * the policy itself wants of an object upstream takes the first and says nothing; a template that
   * wants another one than its policy is an error.
   */
  static OfTemplate ofTemplate(List<PolicyDependency> policy, List<PolicyDependency> extra) {
    Map<Target, PolicyDependency> all = new LinkedHashMap<>();
    policy.forEach(each -> all.putIfAbsent(Target.of(each), each));
    for (PolicyDependency each : extra) {
      PolicyDependency first = all.putIfAbsent(Target.of(each), each);
      if (first != null && first.compliance() != each.compliance()) {
        return new OfTemplate(List.of(), Optional.of(each.name()));
      }
    }
    return new OfTemplate(List.copyOf(all.values()), Optional.empty());
  }
}
