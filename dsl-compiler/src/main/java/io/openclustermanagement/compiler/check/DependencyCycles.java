package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.Dependency.On;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.PolicySetDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds policies that wait for each other. Upstream does not: such policies stay Pending for ever.
 */
final class DependencyCycles {

  /** A policy as a whole, or one template of it that has a name in the source. */
  private record Step(GlobalName policy, Optional<String> template) {
    @Override
    public String toString() {
      return policy.name() + template.map(name -> "." + name).orElse("");
    }
  }

  /**
   * @param origin the clause that says so, or nothing where a policy needs its own templates
   */
  private record Edge(Step to, Optional<Origin> origin) {}

  private final Program program;
  private final Findings findings;
  private final Map<Step, List<Edge>> edges = new HashMap<>();
  private final Set<Step> done = new HashSet<>();
  private final Deque<Step> path = new ArrayDeque<>();
  private final Deque<Edge> taken = new ArrayDeque<>();

  DependencyCycles(Program program, Findings findings) {
    this.program = program;
    this.findings = findings;
  }

  void check() {
    program.modules().forEach(module -> module.policies().forEach(this::collect));
    List.copyOf(edges.keySet()).stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .forEach(this::visit);
  }

  private void collect(PolicyDefinition policy) {
    Step whole = new Step(policy.name(), Optional.empty());
    policy.after().forEach(each -> add(whole, each));
    for (TemplateDefinition template : policy.templates()) {
      Optional<String> name = template.head().sourceName();
      Step step = new Step(policy.name(), name);
      template.head().after().forEach(each -> add(step, each));
      if (name.isPresent()) {
        add(whole, new Edge(step, Optional.empty()));
        policy.after().forEach(each -> add(step, each));
      }
    }
  }

  private void add(Step from, Dependency dependency) {
    Optional<Origin> origin = Optional.of(dependency.origin());
    switch (dependency.on()) {
      case On.Policy(GlobalName policy) ->
          add(from, new Edge(new Step(policy, Optional.empty()), origin));
      case On.PolicySet(GlobalName set) ->
          program
              .policySet(set)
              .map(PolicySetDefinition::policies)
              .orElse(List.of())
              .forEach(
                  (Use member) ->
                      add(from, new Edge(new Step(member.name(), Optional.empty()), origin)));
      case On.Template(GlobalName policy, String template, _) ->
          add(from, new Edge(new Step(policy, Optional.of(template)), origin));
      case On.ClusterObject _ -> {}
    }
  }

  private void add(Step from, Edge edge) {
    edges.computeIfAbsent(from, _ -> new ArrayList<>()).add(edge);
  }

  private void visit(Step step) {
    if (path.contains(step)) {
      report(step);
      return;
    }
    if (!done.add(step)) {
      return;
    }
    path.addLast(step);
    for (Edge edge : edges.getOrDefault(step, List.of())) {
      taken.addLast(edge);
      visit(edge.to());
      taken.removeLast();
    }
    path.removeLast();
  }

  private void report(Step again) {
    List<Step> steps = List.copyOf(path);
    int begin = steps.indexOf(again);
    List<Edge> round = List.copyOf(taken).subList(begin, taken.size());
    List<Edge> written = round.stream().filter(each -> each.origin().isPresent()).toList();
    List<String> names = new ArrayList<>();
    names.add("`" + again + "`");
    written.forEach(each -> names.add("`" + each.to() + "`"));
    if (written.getLast().to() != round.getLast().to()) {
      names.add("`" + again + "`");
    }
    Origin first = written.getFirst().origin().orElseThrow();
    var finding =
        Diagnostic.error(
            Code.WAITING_FOR_EACH_OTHER,
            first.span(),
            "%s for ever: %s."
                .formatted(
                    written.size() == 1 ? "This waits for itself" : "These wait for each other",
                    String.join(", which waits for ", names).replaceFirst(", which", "")));
    written.stream()
        .skip(1)
        .forEach(each -> finding.related(each.origin().orElseThrow().span(), "and this"));
    findings.add(finding.help("remove one of the `after` clauses."));
  }
}
