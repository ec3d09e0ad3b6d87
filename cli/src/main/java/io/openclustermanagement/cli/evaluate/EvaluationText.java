package io.openclustermanagement.cli.evaluate;

import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.policy.PolicyVerdict;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.policy.VerdictState;
import org.jspecify.annotations.Nullable;

/** Verdicts on one cluster for people. */
public final class EvaluationText {
  private static final int MAX_DIFFERENCES = 5;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private EvaluationText(Style style) {
    this.style = style;
  }

  /** One policy with its templates, and of each what is wrong. */
  public static String of(PolicyVerdict policy, Style style) {
    EvaluationText text = new EvaluationText(style);
    text.policy(policy);
    return text.out.toString();
  }

  /** An object as messages name it, such as {@code Pod team-a/web}. */
  public static String name(ObjectResult object) {
    String namespace = object.namespace().isEmpty() ? "" : object.namespace() + "/";
    return object.kind() + " " + namespace + object.name();
  }

  private void policy(PolicyVerdict policy) {
    String namespace = policy.namespace().isEmpty() ? "" : policy.namespace() + "/";
    out.append(style.bold(namespace + policy.name())).append("  ");
    out.append(policy.disabled() ? "disabled" : state(style, policy.state())).append('\n');
    policy.templates().forEach(this::template);
  }

  private void template(TemplateVerdict template) {
    out.append("  %s %s%n".formatted(sign(style, template.state()), template.name()));
    template
        .history()
        .forEach(each -> out.append("    ").append(each.replace("\n", "\n    ")).append('\n'));
    template.objects().stream().filter(each -> !each.compliant()).forEach(this::object);
  }

  private void object(ObjectResult object) {
    if (object.differences().isEmpty()) {
      return;
    }
    out.append("    ").append(name(object)).append('\n');
    object.differences().stream().limit(MAX_DIFFERENCES).forEach(this::difference);
    int more = object.differences().size() - MAX_DIFFERENCES;
    if (more > 0) {
      out.append("      and %d more%n".formatted(more));
    }
    if (object.mayMatchAfterDefaulting()) {
      out.append("      ").append(style.dim("the defaults of an API server could make it match"));
      out.append('\n');
    }
  }

  private void difference(Difference difference) {
    out.append("      ").append(difference.path());
    if (difference.wanted() != null || difference.found() != null) {
      out.append("  wanted ").append(value(difference.wanted()));
      out.append(", found ").append(value(difference.found()));
    }
    out.append('\n');
  }

  private static String value(@Nullable JsonValue value) {
    return value == null ? "nothing" : GoText.of(value);
  }

  /** A sign for a state. */
  public static String sign(Style style, VerdictState state) {
    return switch (state) {
      case COMPLIANT -> style.green(style.sign("✓", "ok"));
      case NON_COMPLIANT -> style.red(style.sign("✗", "no"));
      case ERROR -> style.red("!");
      case PENDING -> style.yellow(style.sign("…", ".."));
      case UNKNOWN -> style.yellow("?");
    };
  }

  /** The name of a state in its colour. */
  public static String state(Style style, VerdictState state) {
    return switch (state) {
      case COMPLIANT -> style.green(state.wireName());
      case NON_COMPLIANT, ERROR -> style.red(state.wireName());
      case PENDING, UNKNOWN -> style.yellow(state.wireName());
    };
  }
}
