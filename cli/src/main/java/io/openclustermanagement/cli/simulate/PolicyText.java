package io.openclustermanagement.cli.simulate;

import io.openclustermanagement.cli.evaluate.EvaluationText;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.governance.policy.Remediation;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.propagation.PolicyResult;
import io.openclustermanagement.governance.propagation.PolicySetResult;
import io.openclustermanagement.governance.propagation.ReplicaResult;
import io.openclustermanagement.governance.propagation.TemplateResult;
import io.openclustermanagement.governance.propagation.UnmetDependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a fleet stands with policies, as people read it: of each policy first the clusters in
 * trouble, those with the same trouble together, and then how many are in which state.
 */
public final class PolicyText {
  private static final int SHOWN_CLUSTERS = 4;

  private final Simulation simulation;
  private final Style style;
  private final boolean all;

  /**
   * @param all whether each cluster is named
   */
  public PolicyText(Simulation simulation, Style style, boolean all) {
    this.simulation = simulation;
    this.style = style;
    this.all = all;
  }

  /** The policies one after the other, then their sets, exemptions, and rules over the fleet. */
  public List<String> render() {
    List<String> parts =
        simulation.policies().stream()
            .map(this::policy)
            .collect(Collectors.toCollection(ArrayList::new));
    if (!simulation.policySets().isEmpty()) {
      parts.add(simulation.policySets().stream().map(this::set).collect(Collectors.joining()));
    }
    if (!simulation.exemptions().results().isEmpty()) {
      parts.add(ExemptionText.render(simulation, style));
    }
    if (!simulation.fleetRules().isEmpty()) {
      FleetRuleText rules = new FleetRuleText(style, all);
      parts.add(simulation.fleetRules().stream().map(rules::render).collect(Collectors.joining()));
    }
    return parts;
  }

  private String policy(PolicyResult policy) {
    StringBuilder out = new StringBuilder(style.bold(policy.name().toString())).append("  ");
    if (policy.policy().spec().disabled()) {
      return out.append("disabled\n").toString();
    }
    if (policy.clusters().isEmpty()) {
      return out.append(style.yellow("reaches no cluster")).append('\n').toString();
    }
    out.append(EvaluationText.state(style, policy.state())).append('\n');
    Set<String> unknown = simulation.unknownClusters(policy);
    troubles(policy, unknown).forEach((trouble, clusters) -> out.append(text(trouble, clusters)));
    return out.append("  ").append(counts(policy, unknown)).append('\n').toString();
  }

  /** The same state for the same reason. */
  private record Trouble(VerdictState state, Remediation remediation, String text) {}

  /** The worst first, and of those with the same state the most frequent. */
  private Map<Trouble, List<String>> troubles(PolicyResult policy, Set<String> unknown) {
    Map<Trouble, List<String>> troubles =
        policy.clusters().stream()
            .filter(each -> each.state() != VerdictState.COMPLIANT)
            .filter(
                each -> each.state() != VerdictState.UNKNOWN || !unknown.contains(each.cluster()))
            .collect(
                Collectors.groupingBy(
                    each -> new Trouble(each.state(), each.remediation(), messages(each)),
                    LinkedHashMap::new,
                    Collectors.mapping(ReplicaResult::cluster, Collectors.toList())));
    return troubles.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Trouble, List<String>> each) -> each.getKey().state())
                .thenComparingInt(each -> -each.getValue().size()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
  }

  private String messages(ReplicaResult result) {
    return result.templates().stream()
        .filter(each -> each.verdict().state() != VerdictState.COMPLIANT)
        .map(each -> message(result, each))
        .collect(Collectors.joining());
  }

  private String message(ReplicaResult result, TemplateResult template) {
    StringBuilder text =
        new StringBuilder("    ")
            .append(template.verdict().name())
            .append(": ")
            .append(template.verdict().message())
            .append('\n');
    simulation
        .exemption(result, template)
        .map(ExemptionText::inWords)
        .ifPresent(each -> text.append("      ").append(style.green(each)).append('\n'));
    template.unmet().forEach(each -> text.append(chain(each)));
    return text.toString();
  }

  private String chain(UnmetDependency unmet) {
    StringBuilder text = new StringBuilder();
    String indent = "      ";
    for (UnmetDependency each : unmet.chain()) {
      text.append(indent).append(waitsFor(each)).append('\n');
      indent += "  ";
    }
    return text.toString();
  }

  private String waitsFor(UnmetDependency unmet) {
    String wanted = unmet.dependency().compliance().wireName();
    if (!unmet.cycle().isEmpty()) {
      String arrow = style.sign(" → ", " -> ");
      return style.yellow("it waits for itself: ")
          + String.join(arrow, unmet.cycle())
          + arrow
          + unmet.cycle().getFirst();
    }
    String found =
        unmet
            .found()
            .map(state -> "is " + state.wireName())
            .orElse(unmet.exists() ? "has no state" : "is not there");
    return "%s %s, and has to be %s".formatted(unmet.object(), found, wanted);
  }

  private String text(Trouble trouble, List<String> clusters) {
    String how =
        trouble.remediation().action().isEmpty()
            ? ""
            : style.dim(
                "  (%s, from %s)"
                    .formatted(trouble.remediation().action(), trouble.remediation().from()));
    return "  %s %s%s\n%s"
        .formatted(
            EvaluationText.sign(style, trouble.state()), names(clusters), how, trouble.text());
  }

  private String names(List<String> clusters) {
    int shown = all ? clusters.size() : Math.min(SHOWN_CLUSTERS, clusters.size());
    int more = clusters.size() - shown;
    return String.join(", ", clusters.subList(0, shown))
        + (more == 0 ? "" : " and %d more".formatted(more));
  }

  private String counts(PolicyResult policy, Set<String> unknown) {
    Map<VerdictState, Integer> counts = new EnumMap<>(VerdictState.class);
    policy.clusters().forEach(each -> counts.merge(each.state(), 1, Integer::sum));
    String text =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().wireName())
            .collect(Collectors.joining(", "));
    return unknown.isEmpty()
        ? text
        : text + style.dim("; no inventory of " + names(List.copyOf(unknown)));
  }

  private String set(PolicySetResult set) {
    return "%s %s  %s  %s\n"
        .formatted(
            style.dim("set"),
            style.bold(set.name().toString()),
            EvaluationText.state(style, set.state()),
            set.status().statusMessage() == null ? "" : set.status().statusMessage());
  }
}
