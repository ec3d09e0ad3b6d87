package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.rules.ResourceMatch;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.rule.Outcome.Exempt;
import io.openclustermanagement.governance.rule.Outcome.Failed;
import io.openclustermanagement.governance.rule.Outcome.Repaired;
import io.openclustermanagement.governance.rule.Outcome.Violated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one rule found on one cluster, in the form that the messages of upstream's controllers have,
 * so that a hub reads the state from the beginning.
 *
 * @param outcomes of the objects that it is about
 * @param unknown kinds that the cluster does not serve
 */
record Findings(CompiledRule rule, List<Outcome> outcomes, List<ResourceMatch> unknown) {
  private static final int MAX_MESSAGES = 20;
  private static final int MAX_NAMES = 5;

  /** The verdict that follows. */
  TemplateVerdict verdict(JsonObject template) {
    TemplateVerdict bare = TemplateVerdict.of(template, state(), message());
    return new TemplateVerdict(
        bare.name(),
        bare.kind(),
        bare.state(),
        bare.message(),
        outcomes.stream().map(Outcome::result).toList());
  }

  private VerdictState state() {
    if (of(Violated.class).findAny().isPresent()) {
      return VerdictState.NON_COMPLIANT;
    }
    if (of(Failed.class).findAny().isPresent()) {
      return VerdictState.ERROR;
    }
    return isUnknown() ? VerdictState.UNKNOWN : VerdictState.COMPLIANT;
  }

  /** Whether the cluster serves none of the kinds, so that nothing can be said. */
  private boolean isUnknown() {
    return unknown.size() == rule.spec().match().size();
  }

  private String message() {
    return switch (state()) {
      case NON_COMPLIANT -> "NonCompliant" + violations() + exempt() + repaired() + failed();
      case COMPLIANT -> "Compliant" + examined() + repaired() + exempt() + notServed();
      case ERROR -> failure();
      case PENDING, UNKNOWN -> "The cluster does not serve %s.".formatted(kinds());
    };
  }

  private <T extends Outcome> Stream<T> of(Class<T> type) {
    return outcomes.stream().filter(type::isInstance).map(type::cast);
  }

  private String violations() {
    List<String> messages = new ArrayList<>();
    of(Violated.class)
        .forEach(
            each -> {
              String remark = each.remark().map(text -> " (" + text + ")").orElse("");
              each.messages().forEach(text -> messages.add(text + remark));
            });
    return parts("violation", messages);
  }

  private static String parts(String type, List<String> messages) {
    StringBuilder text = new StringBuilder();
    messages.stream()
        .limit(MAX_MESSAGES)
        .forEach(each -> text.append("; ").append(type).append(" - ").append(each));
    int rest = messages.size() - MAX_MESSAGES;
    return rest > 0 ? text + "; %s - and %d more".formatted(type, rest) : text.toString();
  }

  private static String notification(String text) {
    return "; notification - " + text;
  }

  private String examined() {
    Map<String, Long> counts =
        outcomes.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.examined().kind().plural(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    if (counts.isEmpty()) {
      return notification("there is nothing that the rule is about");
    }
    List<String> texts = new ArrayList<>();
    outcomes.stream()
        .map(each -> each.examined().kind())
        .distinct()
        .forEach(
            kind -> {
              long count = counts.getOrDefault(kind.plural(), 0L);
              String one = kind.kind().toLowerCase(Locale.ROOT);
              texts.add(count + " " + (count == 1 ? one : kind.plural()));
            });
    return notification(String.join(", ", texts) + " examined, 0 violations");
  }

  private String repaired() {
    return parts(
        "notification",
        of(Repaired.class).map(each -> "repaired: " + String.join(", ", each.messages())).toList());
  }

  private String exempt() {
    Map<CompiledExemption, List<Exempt>> byExemption =
        of(Exempt.class)
            .collect(
                Collectors.groupingBy(Exempt::exemption, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder();
    byExemption.forEach(
        (exemption, objects) ->
            text.append(
                notification(
                    "exempt by %s until %s: %s"
                        .formatted(exemption.text(), exemption.until(), names(objects)))));
    return text.toString();
  }

  private static String names(List<Exempt> objects) {
    return objects.stream()
            .limit(MAX_NAMES)
            .map(each -> each.examined().reference().toString())
            .collect(Collectors.joining(", "))
        + more(objects.size() - MAX_NAMES);
  }

  private static String more(int count) {
    return count > 0 ? " and %d more".formatted(count) : "";
  }

  private String failed() {
    return parts("error", failures());
  }

  private String failure() {
    int rest = failures().size() - 1;
    String more = rest == 1 ? " 1 more object fails." : " %d more objects fail.".formatted(rest);
    return failures().getFirst() + (rest > 0 ? more : "");
  }

  private List<String> failures() {
    return of(Failed.class).map(Failed::reason).toList();
  }

  private String notServed() {
    return unknown.isEmpty()
        ? ""
        : notification("the cluster does not serve %s".formatted(kinds()));
  }

  private String kinds() {
    return unknown.stream()
        .map(each -> "%s of %s".formatted(each.kind(), each.apiVersion()))
        .collect(Collectors.joining(", "));
  }
}
