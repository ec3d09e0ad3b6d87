package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.ClusterState;
import io.openclustermanagement.governance.policy.TemplateEvaluator;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges constraints of Gatekeeper and their ConstraintTemplates. A constraint that an audit has
 * looked at is judged by the results of the audit, as upstream does; any other by evaluating its
 * template on the objects of the cluster.
 */
public final class GatekeeperTemplates implements TemplateEvaluator {
  private static final String CONSTRAINTS = "constraints.gatekeeper.sh";
  private static final String WEBHOOKS = "gatekeeper-validating-webhook-configuration";
  private static final String WEBHOOK = "validation.gatekeeper.sh";
  private static final String ACTION = "enforcementAction";

  /** What Gatekeeper keeps of an audit ({@code --constraint-violations-limit}). */
  private static final int MAX_VIOLATIONS = 20;

  private final Optional<RegoEngine> rego;

  /**
   * An evaluator of Gatekeeper's kinds.
   *
   * @param rego evaluates templates; without it a constraint that was not audited is unknown
   */
  public GatekeeperTemplates(Optional<RegoEngine> rego) {
    this.rego = rego;
  }

  @Override
  public boolean judges(String apiVersion, String kind) {
    return apiVersion.startsWith(CONSTRAINTS + "/") || ConstraintTemplate.isOne(apiVersion, kind);
  }

  @Override
  public boolean delivers(String apiVersion, String kind) {
    return ConstraintTemplate.isOne(apiVersion, kind);
  }

  @Override
  public TemplateVerdict evaluate(JsonObject template, ClusterState cluster) {
    return ConstraintTemplate.isOne(
            template.text("apiVersion").orElse(""), template.text("kind").orElse(""))
        ? constraintTemplate(template)
        : constraint(template, cluster.inventory());
  }

  /** It is put on the cluster whatever the remediation is, unless it cannot be compiled. */
  private TemplateVerdict constraintTemplate(JsonObject template) {
    ConstraintTemplate read = new ConstraintTemplate(template);
    try {
      if (rego.isPresent() && read.hasRego()) {
        rego.get().prepare(read.program().program());
      }
    } catch (RegoException e) {
      return TemplateVerdict.of(template, VerdictState.ERROR, e.text());
    }
    return TemplateVerdict.of(
        template,
        VerdictState.COMPLIANT,
        "Compliant; %s %s was created successfully"
            .formatted(ConstraintTemplate.KIND, read.name()));
  }

  private TemplateVerdict constraint(JsonObject constraint, Inventory inventory) {
    Optional<JsonObject> existing = existing(constraint, inventory);
    Optional<AuditStatus> status =
        existing.filter(each -> asksTheSame(each, constraint)).flatMap(AuditStatus::of);
    if (status.isPresent()) {
      return byStatus(existing.orElse(constraint), status.get(), inventory);
    }
    String kind = constraint.text("kind").orElse("");
    Optional<ConstraintTemplate> template = ConstraintTemplate.ofKind(kind, inventory.objects());
    if (template.isEmpty() && existing.isEmpty()) {
      return withoutTemplate(constraint);
    }
    if (template.isEmpty() || rego.isEmpty() || !template.get().hasRego()) {
      return TemplateVerdict.of(constraint, VerdictState.UNKNOWN, unknown(template));
    }
    try {
      return byEvaluation(constraint, template.get(), rego.get(), inventory);
    } catch (RegoException e) {
      return TemplateVerdict.of(constraint, VerdictState.ERROR, e.text());
    }
  }

  private String unknown(Optional<ConstraintTemplate> template) {
    String why =
        template.isEmpty()
            ? "its ConstraintTemplate is not known"
            : template.get().hasRego()
                ? "nothing is here that evaluates Rego"
                : "its ConstraintTemplate has no Rego";
    return "No audit has looked at the constraint, and %s.".formatted(why);
  }

  private static Optional<JsonObject> existing(JsonObject constraint, Inventory inventory) {
    String name = constraint.object("metadata").text("name").orElse("");
    return inventory
        .resource(constraint.text("apiVersion").orElse(""), constraint.text("kind").orElse(""))
        .flatMap(
            kind ->
                inventory.list(kind, "").stream().filter(each -> isNamed(each, name)).findFirst());
  }

  private static boolean isNamed(JsonObject object, String name) {
    return object.object("metadata").text("name").filter(name::equals).isPresent();
  }

  /**
   * Whether the results of one are those of the other; what is done about them has no part in it.
   */
  private static boolean asksTheSame(JsonObject existing, JsonObject wanted) {
    return existing.object("spec").without(ACTION).equals(wanted.object("spec").without(ACTION));
  }

  private static TemplateVerdict byStatus(
      JsonObject constraint, AuditStatus status, Inventory inventory) {
    String action = action(constraint);
    if (action.equals("deny") && !isWebhookEnabled(inventory)) {
      return verdict(
          constraint,
          false,
          "The Gatekeeper validating webhook is disabled but the constraint's spec.enforcementAction is %s. %s"
              .formatted(action, status.message()),
          List.of());
    }
    return verdict(constraint, status.compliant(), status.message(), List.of());
  }

  private static boolean isWebhookEnabled(Inventory inventory) {
    return inventory
        .resource("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration")
        .flatMap(kind -> inventory.find(kind, "", WEBHOOKS))
        .map(configuration -> JsonItems.objects(configuration, "webhooks"))
        .orElse(List.of())
        .stream()
        .anyMatch(webhook -> webhook.text("name").filter(WEBHOOK::equals).isPresent());
  }

  private static TemplateVerdict withoutTemplate(JsonObject constraint) {
    return verdict(
        constraint,
        false,
        "template-error; Mapping not found, check if the required ConstraintTemplate has been deployed: the resource version was not found: %s, Kind=%s"
            .formatted(
                constraint.text("apiVersion").orElse(""), constraint.text("kind").orElse("")),
        List.of());
  }

  private static TemplateVerdict byEvaluation(
      JsonObject constraint, ConstraintTemplate template, RegoEngine rego, Inventory inventory)
      throws RegoException {
    ConstraintProgram program = template.program();
    Audit audit = Audit.of(constraint, program, rego.prepare(program.program()), inventory);
    if (audit.violations().isEmpty() && !audit.undecided().isEmpty()) {
      return TemplateVerdict.of(
          constraint,
          VerdictState.UNKNOWN,
          "The labels of the namespaces %s are not known."
              .formatted(String.join(", ", audit.undecided())));
    }
    String action = action(constraint);
    String message =
        audit.violations().isEmpty()
            ? AuditStatus.NO_VIOLATIONS
            : audit.violations().stream()
                .limit(MAX_VIOLATIONS)
                .map(each -> each.text(action))
                .collect(Collectors.joining("; "));
    return verdict(constraint, audit.violations().isEmpty(), message, results(audit.violations()));
  }

  private static List<ObjectResult> results(List<Violation> violations) {
    List<ObjectResult> results = new ArrayList<>();
    for (Violation violation : violations) {
      GenericObject object = violation.object();
      results.add(
          ObjectResult.of(
              object.apiVersion(),
              object.kind(),
              object.namespace().orElse(""),
              object.name().orElse(""),
              false,
              violation.message()));
    }
    return results;
  }

  private static String action(JsonObject constraint) {
    return constraint.object("spec").text(ACTION).orElse("deny");
  }

  private static TemplateVerdict verdict(
      JsonObject constraint, boolean compliant, String message, List<ObjectResult> objects) {
    VerdictState state = compliant ? VerdictState.COMPLIANT : VerdictState.NON_COMPLIANT;
    return new TemplateVerdict(
        constraint.object("metadata").text("name").orElse(""),
        constraint.text("kind").orElse(""),
        state,
        state.wireName() + "; " + message,
        objects);
  }
}
