package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.configuration.ObjectResult;
import java.util.List;

/**
 * What one template of a policy says of a cluster.
 *
 * @param name of the template
 * @param kind such as {@code ConfigurationPolicy}
 * @param state how the cluster stands with it
 * @param message in upstream's words, or why it cannot be judged
 * @param objects that it is about
 * @param history the messages one after the other, of which the last one is {@code message}: what
 *     is enforced is first a violation
 * @param pruned the objects that would be deleted with the policy
 */
public record TemplateVerdict(
    String name,
    String kind,
    VerdictState state,
    String message,
    List<ObjectResult> objects,
    List<String> history,
    List<ObjectResult> pruned) {

  public TemplateVerdict {
    objects = List.copyOf(objects);
    history = List.copyOf(history);
    pruned = List.copyOf(pruned);
  }

  /** A verdict that changes nothing on the cluster. */
  public TemplateVerdict(
      String name, String kind, VerdictState state, String message, List<ObjectResult> objects) {
    this(name, kind, state, message, objects, List.of(message), List.of());
  }

  /** A verdict that only a message explains. */
  public static TemplateVerdict of(JsonObject template, VerdictState state, String message) {
    return new TemplateVerdict(
        template.object("metadata").text("name").orElse(""),
        template.text("kind").orElse(""),
        state,
        message,
        List.of());
  }
}
