package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.RemediationAction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a violation, and who said so.
 *
 * @param action {@code inform} or {@code enforce}; empty for a template of a kind that has none
 * @param from {@code template}, {@code policy}, or {@code binding NAME}
 */
public record Remediation(String action, String from) {
  private static final String TEMPLATE = "template";
  private static final String INFORM = "inform";
  private static final String ENFORCE = "enforce";
  private static final String INFORM_ONLY = "informonly";
  private static final String GATEKEEPER_TEMPLATES = "templates.gatekeeper.sh/";
  private static final String GATEKEEPER_CONSTRAINTS = "constraints.gatekeeper.sh/";
  private static final String ACTION = "remediationAction";
  private static final String ENFORCEMENT = "enforcementAction";

  /**
   * A template with the remediation that is in effect.
   *
   * @param definition the object that is created on the cluster
   */
  public record Applied(JsonObject definition, Remediation remediation) {}

  /**
   * Applies the chain of overrides to a template ({@code overrideRemediationAction} of the
   * framework add-on's {@code controllers/templatesync}): binding, then policy, then template. A
   * template that says {@code informonly} always informs; a Gatekeeper constraint has {@code warn}
   * and {@code deny} instead, and a ConstraintTemplate has nothing of the kind.
   *
   * @param set what the policy says, null if it says nothing
   * @param enforcedBy the binding that raises the remediation
   */
  public static Applied apply(
      JsonObject template, @Nullable RemediationAction set, Optional<String> enforcedBy) {
    String apiVersion = template.text("apiVersion").orElse("");
    if (apiVersion.startsWith(GATEKEEPER_TEMPLATES)) {
      return new Applied(template, new Remediation("", TEMPLATE));
    }
    boolean constraint = apiVersion.startsWith(GATEKEEPER_CONSTRAINTS);
    String own = template.object("spec").text(constraint ? ENFORCEMENT : ACTION).orElse("");
    if (!constraint && own.equalsIgnoreCase(INFORM_ONLY)) {
      return new Applied(with(template, ACTION, INFORM), new Remediation(INFORM, TEMPLATE));
    }
    boolean enforced = set != null && set.canonical() == RemediationAction.ENFORCE;
    if (enforcedBy.isPresent() && !enforced) {
      return overridden(template, constraint, ENFORCE, ENFORCE, "binding " + enforcedBy.get());
    }
    return set == null
        ? new Applied(template, new Remediation(canonical(constraint, own), TEMPLATE))
        : overridden(template, constraint, set.canonical().wireName(), set.wireName(), "policy");
  }

  private static Applied overridden(
      JsonObject template, boolean constraint, String action, String written, String from) {
    JsonObject changed =
        constraint
            ? with(template, ENFORCEMENT, action.equals(ENFORCE) ? "deny" : "warn")
            : with(template, ACTION, written);
    return new Applied(changed, new Remediation(action, from));
  }

  private static JsonObject with(JsonObject template, String field, String value) {
    return template.with("spec", template.object("spec").with(field, new JsonString(value)));
  }

  /** What a template without a word of its own does is its default. */
  private static String canonical(boolean constraint, String own) {
    if (constraint) {
      return own.isEmpty() || own.equals("deny") ? ENFORCE : INFORM;
    }
    return own.isEmpty() ? INFORM : own.toLowerCase(Locale.ROOT);
  }
}
