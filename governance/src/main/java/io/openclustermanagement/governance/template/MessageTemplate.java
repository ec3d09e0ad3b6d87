package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.gotemplate.Budget;
import io.openclustermanagement.governance.gotemplate.GoTemplate;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.TemplateError;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a message, with the functions of Go and Sprig but none that look at a cluster ({@code
 * customMessage} of a ConfigurationPolicy).
 */
public final class MessageTemplate {
  private static final String NAME = "custom-msg";

  private MessageTemplate() {}

  /**
   * The message.
   *
   * @param text of the template
   * @param defaultMessage {@code .DefaultMessage}
   * @param policy {@code .Policy}
   */
  public static String resolve(String text, String defaultMessage, JsonObject policy)
      throws TemplateException {
    GoValue.Struct data =
        GoValue.Struct.of(
            Map.of(
                "DefaultMessage",
                new GoValue.Text(defaultMessage),
                "Policy",
                JsonValues.of(policy)));
    try {
      return parse(text).execute(data, Sprig::find, new Budget(Budget.Limits.DEFAULT));
    } catch (TemplateError e) {
      throw failure("failed to execute: ", e);
    }
  }

  private static GoTemplate parse(String text) throws TemplateException {
    try {
      return GoTemplate.parse(NAME, text, "{{", "}}", Sprig::isFunction);
    } catch (TemplateError e) {
      throw failure("failed to parse custom template: ", e);
    }
  }

  private static TemplateException failure(String what, TemplateError error) {
    return new TemplateException(
        "In the custom message: %s.".formatted(error.reason()),
        what + error.text(),
        false,
        Optional.empty());
  }
}
