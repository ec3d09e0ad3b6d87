package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.EvaluationInterval;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.policy.PruneObjectBehavior;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges ConfigurationPolicies by the objects of a cluster, as upstream's dry run does: what
 * enforcement would do counts as done, and no API server fills in defaults.
 */
public final class ConfigurationPolicyEvaluator {

  private static final int MAX_MESSAGE_BYTES = 4096;
  private static final String TRUNCATED = "...[truncated]";

  private final Inventory inventory;
  private final Surroundings surroundings;
  private final DryRun dryRun;

  /**
   * An evaluator for which no time and no schema is known: {@code now} is an error in templates,
   * and no defaults are filled in.
   */
  public ConfigurationPolicyEvaluator(Inventory inventory) {
    this(inventory, Optional.empty(), DryRun.NONE);
  }

  /**
   * @param inventory the objects of the cluster
   * @param now the time, for templates that ask for it
   * @param dryRun what an API server would make of updates
   */
  public ConfigurationPolicyEvaluator(Inventory inventory, Optional<Instant> now, DryRun dryRun) {
    this.inventory = inventory;
    this.dryRun = dryRun;
    this.surroundings = new Surroundings(new InventoryLookup(inventory), now);
  }

  /** The verdict on a policy; one that is judged on several clusters is better compiled once. */
  public ConfigurationPolicyResult evaluate(ConfigurationPolicy policy) {
    return evaluate(CompiledPolicy.of(policy));
  }

  /** The verdict on a policy. */
  public ConfigurationPolicyResult evaluate(CompiledPolicy compiled) {
    ConfigurationPolicy policy = compiled.policy();
    RawTemplates.Resolved templates = compiled.resolved(surroundings);
    if (templates.error().isEmpty()) {
      return evaluate(policy, templates.templates());
    }
    TemplateOutcome outcome =
        new TemplateOutcome(false, Reasons.TEMPLATE_ERROR, templates.error().get());
    return result(policy, List.of(List.of(outcome)), List.of());
  }

  private ConfigurationPolicyResult evaluate(
      ConfigurationPolicy policy, List<CompiledTemplate> templates) {
    if (templates.isEmpty()) {
      String message =
          policy.metadata().name()
              + " contains no object templates to check, and thus has no violations";
      TemplateOutcome outcome = new TemplateOutcome(true, "No object templates", message);
      return result(policy, List.of(List.of(outcome)), List.of());
    }
    List<List<TemplateOutcome>> stages = new ArrayList<>();
    List<ObjectResult> related = new ArrayList<>();
    for (Resolved each : resolved(policy, templates)) {
      stages.add(
          template(policy, each.template(), each.desired(), related).stream()
              .map(outcome -> withInterval(policy.spec().evaluationInterval(), outcome))
              .toList());
    }
    return result(policy, stages, related);
  }

  /**
   * An object template on this cluster.
   *
   * @param index of the template in the policy
   */
  record Resolved(int index, ObjectTemplate template, DesiredObjects desired) {}

  /** The object templates with what they are about; none if they cannot be resolved. */
  List<Resolved> resolved(CompiledPolicy policy) {
    return resolved(policy.policy(), policy.resolved(surroundings).templates());
  }

  private List<Resolved> resolved(ConfigurationPolicy policy, List<CompiledTemplate> templates) {
    List<Resolved> resolved = new ArrayList<>();
    for (int index = 0; index < templates.size(); index++) {
      CompiledTemplate template = templates.get(index);
      resolved.add(
          new Resolved(
              index,
              template.template(),
              DesiredObjects.of(policy, template, index, inventory, surroundings)));
    }
    return resolved;
  }

  private List<TemplateOutcome> template(
      ConfigurationPolicy policy,
      ObjectTemplate template,
      DesiredObjects desired,
      List<ObjectResult> related) {
    Finding.Event problem = desired.problem();
    if (problem != null) {
      return List.of(new TemplateOutcome(problem.compliant(), problem.reason(), problem.message()));
    }
    ResourceKind kind = Objects.requireNonNull(desired.kind(), "without a problem there is a kind");
    ObjectJudge judge =
        new ObjectJudge(template, kind, inventory, dryRun, isEnforced(policy), desired.sensitive());
    desired.objects().forEach(judge::judge);
    judge.results().forEach(each -> addOrReplace(related, each));
    return OutcomeText.of(kind.plural(), judge.findings());
  }

  private static boolean isEnforced(ConfigurationPolicy policy) {
    RemediationAction action = policy.spec().remediationAction();
    return action != null && action.canonical() == RemediationAction.ENFORCE;
  }

  /** Of two templates about the same object the one that finds fault counts. */
  private static void addOrReplace(List<ObjectResult> related, ObjectResult result) {
    for (int i = 0; i < related.size(); i++) {
      if (related.get(i).isSameObject(result)) {
        if (related.get(i).compliant()) {
          related.set(i, result);
        }
        return;
      }
    }
    related.add(result);
  }

  private static TemplateOutcome withInterval(
      @Nullable EvaluationInterval interval, TemplateOutcome outcome) {
    if (interval == null) {
      return outcome;
    }
    String own = outcome.compliant() ? interval.compliant() : interval.noncompliant();
    if (!"never".equals(own)) {
      return outcome;
    }
    return new TemplateOutcome(
        outcome.compliant(),
        outcome.reason(),
        "%s. This policy will not be evaluated again due to spec.evaluationInterval.%s being set to \"never\"."
            .formatted(outcome.message(), outcome.compliant() ? "compliant" : "noncompliant"));
  }

  private ConfigurationPolicyResult result(
      ConfigurationPolicy policy, List<List<TemplateOutcome>> stages, List<ObjectResult> related) {
    List<TemplateOutcome> last =
        stages.stream().filter(each -> !each.isEmpty()).map(List::getLast).toList();
    boolean compliant = last.stream().allMatch(TemplateOutcome::compliant);
    Optional<ComplianceState> state =
        last.isEmpty()
            ? Optional.empty()
            : Optional.of(compliant ? ComplianceState.COMPLIANT : ComplianceState.NON_COMPLIANT);
    List<ObjectResult> sorted =
        related.stream()
            .sorted(
                Comparator.comparing(ObjectResult::kind)
                    .thenComparing(ObjectResult::namespace)
                    .thenComparing(ObjectResult::name))
            .toList();
    return new ConfigurationPolicyResult(
        policy.metadata().name(),
        state,
        last,
        sorted,
        history(stages, new CustomMessages(policy, inventory, sorted)),
        pruned(policy, sorted));
  }

  /** What enforcement would create is what the policy has created. */
  private static List<ObjectResult> pruned(ConfigurationPolicy policy, List<ObjectResult> related) {
    PruneObjectBehavior behavior = policy.spec().pruneObjectBehavior();
    if (!isEnforced(policy) || behavior == null) {
      return List.of();
    }
    return switch (behavior) {
      case NONE -> List.of();
      case DELETE_ALL -> related.stream().filter(each -> Reasons.exists(each.reason())).toList();
      case DELETE_IF_CREATED ->
          related.stream().filter(each -> each.reason().startsWith(Reasons.CREATED)).toList();
    };
  }

  /** One message for each stage of each template, with the others as they were then. */
  private static List<String> history(List<List<TemplateOutcome>> stages, CustomMessages words) {
    List<String> history = new ArrayList<>();
    List<TemplateOutcome> current = new ArrayList<>();
    for (List<TemplateOutcome> template : stages) {
      if (template.isEmpty()) {
        continue;
      }
      current.add(template.getFirst());
      for (int i = 0; i < template.size() - 1; i++) {
        current.set(current.size() - 1, template.get(i));
        history.add(message(current, words));
      }
      current.set(current.size() - 1, template.getLast());
    }
    history.add(message(current, words));
    return history;
  }

  private static String message(List<TemplateOutcome> outcomes, CustomMessages words) {
    if (outcomes.isEmpty()) {
      return "ComplianceState is still unknown";
    }
    boolean compliant = outcomes.stream().allMatch(TemplateOutcome::compliant);
    String message = outcomes.stream().map(TemplateOutcome::text).collect(Collectors.joining("; "));
    String state = compliant ? "Compliant; " : "NonCompliant; ";
    return truncated(state + words.text(compliant, message));
  }

  /** Upstream cuts by bytes; a character that would be cut through is left out. */
  private static String truncated(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_MESSAGE_BYTES) {
      return text;
    }
    int end = MAX_MESSAGE_BYTES - TRUNCATED.length();
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + TRUNCATED;
  }
}
