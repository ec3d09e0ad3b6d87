package io.openclustermanagement.governance.propagation;

import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What waits for what on one cluster. Templates wait for policies, for other templates and for
 * objects of the cluster; a policy stands as its templates stand. What waits for itself stays
 * Pending, and nothing else changes that: upstream never finds out, here it is said.
 */
final class DependencyGraph {
  private final List<ReplicatedPolicy> replicas;
  private final DependencyLookup lookup;
  private final List<TemplateNode> templates = new ArrayList<>();
  private final Map<String, Integer> policies = new HashMap<>();
  private final Map<ObjectKey, Integer> templateNodes = new HashMap<>();

  /** A template of a replica; its number is the number of its node. */
  private record TemplateNode(int policy, int index, PreparedTemplate template) {}

  private record ObjectKey(String apiVersion, String kind, String name) {}

  private DependencyGraph(List<ReplicatedPolicy> replicas, Optional<ClusterState> cluster) {
    this.replicas = replicas;
    this.lookup = new DependencyLookup(cluster);
    for (int policy = 0; policy < replicas.size(); policy++) {
      List<PreparedTemplate> all = replicas.get(policy).templates();
      for (int index = 0; index < all.size(); index++) {
        PreparedTemplate template = all.get(index);
        templateNodes.putIfAbsent(
            new ObjectKey(template.apiVersion(), template.kind(), template.name()),
            templates.size());
        templates.add(new TemplateNode(policy, index, template));
      }
    }
    for (int policy = 0; policy < replicas.size(); policy++) {
      policies.put(replicas.get(policy).rootName().replicated(), templates.size() + policy);
    }
  }

  /**
   * The results of templates, given what each would be without dependencies.
   *
   * @param verdicts by replica and template
   */
  static List<List<TemplateResult>> resolve(
      List<ReplicatedPolicy> replicas,
      Optional<ClusterState> cluster,
      List<List<TemplateVerdict>> verdicts) {
    boolean independent =
        replicas.stream()
            .flatMap(replica -> replica.templates().stream())
            .allMatch(template -> template.dependencies().isEmpty());
    return independent
        ? independent(replicas, verdicts)
        : new DependencyGraph(replicas, cluster).new Resolution(verdicts).results();
  }

  private static List<List<TemplateResult>> independent(
      List<ReplicatedPolicy> replicas, List<List<TemplateVerdict>> verdicts) {
    List<List<TemplateResult>> results = new ArrayList<>();
    for (int policy = 0; policy < replicas.size(); policy++) {
      List<TemplateResult> of = new ArrayList<>();
      for (int index = 0; index < verdicts.get(policy).size(); index++) {
        PreparedTemplate template = replicas.get(policy).templates().get(index);
        of.add(
            new TemplateResult(verdicts.get(policy).get(index), template.remediation(), List.of()));
      }
      results.add(of);
    }
    return results;
  }

  /** The node that a dependency is on; empty for an object that only the cluster knows. */
  private Optional<Integer> target(PolicyDependency dependency) {
    if (Dependencies.is(dependency, Policy.API_VERSION, Policy.KIND)) {
      return Optional.ofNullable(policies.get(dependency.name()));
    }
    return Optional.ofNullable(
        templateNodes.get(
            new ObjectKey(dependency.apiVersion(), dependency.kind(), dependency.name())));
  }

  private int[][] edges() {
    int[][] edges = new int[templates.size() + replicas.size()][];
    for (int node = 0; node < templates.size(); node++) {
      edges[node] =
          templates.get(node).template().dependencies().stream()
              .flatMap(dependency -> target(dependency).stream())
              .mapToInt(Integer::intValue)
              .toArray();
    }
    int next = 0;
    for (int policy = 0; policy < replicas.size(); policy++) {
      int size = replicas.get(policy).templates().size();
      int first = next;
      edges[templates.size() + policy] = new int[size];
      Arrays.setAll(edges[templates.size() + policy], index -> first + index);
      next += size;
    }
    return edges;
  }

  /** One pass from what waits for nothing to what waits for it. */
  private final class Resolution {
    private final List<List<TemplateVerdict>> verdicts;
    private final Components components = Components.of(edges());
    private final @Nullable TemplateResult[] results = new TemplateResult[templates.size()];
    private final VerdictState[] policyStates = new VerdictState[replicas.size()];

    Resolution(List<List<TemplateVerdict>> verdicts) {
      this.verdicts = verdicts;
    }

    List<List<TemplateResult>> results() {
      for (List<Integer> component : components.all()) {
        component.stream().filter(node -> !isPolicy(node)).forEach(this::template);
        component.stream().filter(DependencyGraph.this::isPolicy).forEach(this::policy);
      }
      List<List<TemplateResult>> all = new ArrayList<>();
      replicas.forEach(_ -> all.add(new ArrayList<>()));
      for (int node = 0; node < templates.size(); node++) {
        all.get(templates.get(node).policy()).add(result(node));
      }
      return all;
    }

    private TemplateResult result(int node) {
      TemplateResult result = results[node];
      if (result == null) {
        throw new IllegalStateException("what something waits for is resolved before it");
      }
      return result;
    }

    private void policy(int node) {
      int policy = node - templates.size();
      List<VerdictState> states = new ArrayList<>();
      for (int template : components.edges(node)) {
        states.add(result(template).verdict().state());
      }
      policyStates[policy] = VerdictState.worst(states);
    }

    private void template(int number) {
      TemplateNode node = templates.get(number);
      PreparedTemplate template = node.template();
      TemplateVerdict alone = verdicts.get(node.policy()).get(node.index());
      List<UnmetDependency> unmet = new ArrayList<>();
      if (template.error().isEmpty()) {
        template.dependencies().forEach(each -> unmet(number, each).ifPresent(unmet::add));
      }
      TemplateVerdict verdict = unmet.isEmpty() ? alone : waiting(template, unmet);
      results[number] = new TemplateResult(verdict, template.remediation(), unmet);
    }

    private Optional<UnmetDependency> unmet(int from, PolicyDependency dependency) {
      Optional<Integer> target = target(dependency);
      if (target.isPresent() && components.isCycle(from, target.get())) {
        return Optional.of(
            new UnmetDependency(
                dependency,
                UnmetDependency.MISMATCH,
                Optional.of(VerdictState.PENDING),
                List.of(),
                names(components.path(target.get(), from))));
      }
      DependencyLookup.Found found =
          target
              .map(node -> DependencyLookup.Found.of(state(node)))
              .orElseGet(() -> lookup.find(dependency));
      boolean satisfied =
          found
              .state()
              .flatMap(VerdictState::compliance)
              .filter(state -> state == dependency.compliance())
              .isPresent();
      return satisfied
          ? Optional.empty()
          : Optional.of(
              new UnmetDependency(
                  dependency,
                  found.reason(),
                  found.state(),
                  target.map(this::causes).orElse(List.of()),
                  List.of()));
    }

    private VerdictState state(int node) {
      return isPolicy(node)
          ? policyStates[node - templates.size()]
          : result(node).verdict().state();
    }

    /** What a node itself waits for. */
    private List<UnmetDependency> causes(int node) {
      if (!isPolicy(node)) {
        return result(node).unmet();
      }
      List<UnmetDependency> causes = new ArrayList<>();
      for (int template : components.edges(node)) {
        causes.addAll(result(template).unmet());
      }
      return causes;
    }

    /** The ends of dependencies on a path: of a policy and its template only the policy. */
    private List<String> names(List<Integer> path) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < path.size(); i++) {
        if (i == 0 || !isPolicy(path.get(i - 1))) {
          names.add(name(path.get(i)));
        }
      }
      return names;
    }
  }

  private boolean isPolicy(int node) {
    return node >= templates.size();
  }

  private String name(int node) {
    if (isPolicy(node)) {
      return Policy.KIND + " " + replicas.get(node - templates.size()).rootName().replicated();
    }
    PreparedTemplate template = templates.get(node).template();
    return template.kind() + " " + template.name();
  }

  /** The verdict on a template that waits. */
  private static TemplateVerdict waiting(PreparedTemplate template, List<UnmetDependency> unmet) {
    if (unmet.stream().allMatch(UnmetDependency::isUnknown)) {
      return ClusterEvaluation.verdict(
          template,
          VerdictState.UNKNOWN,
          "Whether its dependencies hold is not known: " + names(unmet) + ".");
    }
    String message =
        "Dependencies were not satisfied: %d %s still pending (%s)"
            .formatted(unmet.size(), unmet.size() == 1 ? "is" : "are", names(unmet));
    return template.ignorePending()
        ? ClusterEvaluation.verdict(
            template,
            VerdictState.COMPLIANT,
            "Compliant; " + message + " but ignorePending is true")
        : ClusterEvaluation.verdict(template, VerdictState.PENDING, "Pending; " + message);
  }

  private static String names(List<UnmetDependency> unmet) {
    return unmet.stream().map(UnmetDependency::object).collect(Collectors.joining(", "));
  }
}
