package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.policy.RemediationAction;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about remediation, put into its templates ({@code overrideRemediationAction}
 * in {@code controllers/templatesync} of the governance-policy-framework-addon).
 */
public final class Remediation {
  private static final String ACTION = "remediationAction";
  private static final String CONSTRAINTS = "constraints.gatekeeper.sh/";
  private static final String CONSTRAINT_TEMPLATES = "templates.gatekeeper.sh/";

  private Remediation() {}

  /**
   * A template with the remediation that is in effect. What the policy says counts, except for a
   * template that only ever informs; a constraint warns or denies, and a ConstraintTemplate has
   * nothing to remedy.
   *
   * @param action of the policy, null if it says none
   */
  public static JsonObject inEffect(JsonObject template, @Nullable RemediationAction action) {
    String apiVersion = template.text("apiVersion").orElse("");
    if (apiVersion.startsWith(CONSTRAINT_TEMPLATES)) {
      return template;
    }
    if (apiVersion.startsWith(CONSTRAINTS)) {
      return action == null ? template : with(template, "enforcementAction", enforcement(action));
    }
    if (template.object("spec").text(ACTION).filter("informonly"::equalsIgnoreCase).isPresent()) {
      return with(template, ACTION, RemediationAction.INFORM.wireName());
    }
    return action == null ? template : with(template, ACTION, action.wireName());
  }

  private static String enforcement(RemediationAction action) {
    return action.canonical() == RemediationAction.ENFORCE ? "deny" : "warn";
  }

  private static JsonObject with(JsonObject template, String field, String value) {
    return template.with("spec", template.object("spec").with(field, new JsonString(value)));
  }
}
