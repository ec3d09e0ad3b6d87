package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.governance.configuration.Finding.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words for what was found ({@code createStatus} in {@code
 * controllers/configurationpolicy_utils.go}): one violation hides all that is well; the rest is put
 * together by reason, then by the names of the objects.
 */
final class OutcomeText {

  /** One event with the place it is about. */
  private record Located(String namespace, List<String> names, Event event) {}

  private final String plural;
  private final Set<String> reasons = new LinkedHashSet<>();
  private final List<String> messages = new ArrayList<>();

  private OutcomeText(String plural) {
    this.plural = plural;
  }

  /**
   * The outcomes one after the other: with events in several stages the last ones of all findings
   * belong together, then those before, which come first.
   */
  static List<TemplateOutcome> of(String plural, List<Finding> findings) {
    int stages = findings.stream().mapToInt(each -> each.events().size()).max().orElse(0);
    List<TemplateOutcome> outcomes = new ArrayList<>();
    for (int stage = 0; stage < stages; stage++) {
      List<Located> events = new ArrayList<>();
      for (Finding finding : findings) {
        int index = stage - (stages - finding.events().size());
        if (index >= 0) {
          events.add(
              new Located(finding.namespace(), finding.names(), finding.events().get(index)));
        }
      }
      outcomes.add(outcome(plural, events));
    }
    return outcomes;
  }

  private static TemplateOutcome outcome(String plural, List<Located> events) {
    boolean compliant = events.stream().allMatch(each -> each.event().compliant());
    OutcomeText text = new OutcomeText(plural);
    Map<String, List<Located>> byReason = new TreeMap<>();
    events.stream()
        .filter(each -> each.event().compliant() == compliant)
        .forEach(
            each ->
                byReason.computeIfAbsent(each.event().reason(), _ -> new ArrayList<>()).add(each));
    for (String reason : Reasons.ORDER) {
      List<Located> same = byReason.remove(reason);
      if (same != null) {
        text.addConsolidated(reason, same);
      }
    }
    byReason.forEach(text::addErrors);
    return new TemplateOutcome(
        compliant, String.join("; ", text.reasons), String.join("; ", text.messages));
  }

  private void addErrors(String reason, List<Located> same) {
    reasons.add(reason);
    same.forEach(each -> messages.add(each.event().message()));
  }

  private void addConsolidated(String reason, List<Located> same) {
    Map<String, Set<String>> namesByNamespace = new TreeMap<>();
    for (Located each : same) {
      namesByNamespace.computeIfAbsent(each.namespace(), _ -> new TreeSet<>()).addAll(each.names());
    }
    Map<String, List<String>> namespacesByNames = new TreeMap<>();
    namesByNamespace.forEach(
        (namespace, names) ->
            namespacesByNames.computeIfAbsent(list(names), _ -> new ArrayList<>()).add(namespace));
    reasons.add(Reasons.condition(reason));
    namespacesByNames.forEach(
        (names, namespaces) ->
            messages.add(plural + names + Reasons.text(reason) + in(namespaces)));
  }

  private static String list(Set<String> names) {
    return names.isEmpty() ? "" : " [" + String.join(", ", names) + "]";
  }

  private static String in(List<String> namespaces) {
    if (namespaces.equals(List.of(""))) {
      return "";
    }
    return (namespaces.size() == 1 ? " in namespace " : " in namespaces: ")
        + String.join(", ", namespaces);
  }
}
