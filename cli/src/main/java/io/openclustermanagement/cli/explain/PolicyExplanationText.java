package io.openclustermanagement.cli.explain;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.YamlWriter;
import io.openclustermanagement.cli.output.Style;
import io.openclustermanagement.cli.output.Table;
import io.openclustermanagement.cli.output.Table.Cell;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.Edit;
import io.openclustermanagement.governance.compare.NearestChange;
import io.openclustermanagement.governance.compare.Pairing;
import io.openclustermanagement.governance.configuration.ObjectExplanation;
import io.openclustermanagement.governance.configuration.ObjectResult;
import io.openclustermanagement.governance.configuration.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a cluster stands with a policy as it does, for people. */
public final class PolicyExplanationText {
  private static final int MAX_VALUE = 60;
  private static final int MAX_ROWS = 50;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  public PolicyExplanationText(Style style) {
    this.style = style;
  }

  /** All of it. */
  public String render(String policy, String cluster, List<ExplainedTemplate> templates) {
    String state = ExplainedTemplate.worst(templates).wireName();
    out.append("%s is %s on %s.%n".formatted(style.bold(policy), state, cluster));
    templates.forEach(this::template);
    return out.toString();
  }

  private void template(ExplainedTemplate template) {
    out.append("\n%s%n".formatted(style.bold(template.verdict().name())));
    template.verdict().history().forEach(message -> out.append("  ").append(message).append('\n'));
    template.explanation().ifPresent(each -> each.objects().forEach(this::object));
  }

  private void object(ObjectExplanation object) {
    ObjectResult result = object.result();
    String namespace = result.namespace().isEmpty() ? "" : result.namespace() + "/";
    String sign =
        result.compliant() ? style.green(style.sign("✓", "ok")) : style.red(style.sign("✗", "no"));
    out.append(
        "\n  %s %s %s%s  %s: %s%n"
            .formatted(
                sign,
                result.kind(),
                namespace,
                result.name(),
                object.complianceType(),
                lowerCase(result.reason())));
    if (!result.compliant()) {
      differences(result.differences());
      pairings(object.pairings());
      remedy(object.remedy());
    }
    if (result.matchesAfterDryRun()) {
      out.append("    it differs, but an API server would make the same of both\n");
    }
    if (result.mayMatchAfterDefaulting()) {
      out.append("    defaults of the API server that are not known could make it match\n");
    }
  }

  private static String lowerCase(String reason) {
    return reason.isEmpty() || reason.startsWith("K8s")
        ? reason
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }

  private void differences(List<Difference> differences) {
    Table table = new Table("    ");
    differences.stream()
        .limit(MAX_ROWS)
        .forEach(
            each ->
                table.row(
                    Cell.left(each.path()),
                    Cell.left(isHidden(each) ? "" : "wanted " + value(each.wanted())),
                    Cell.left(isHidden(each) ? "" : "found " + value(each.found())),
                    Cell.left(each.rule().wireName()).painted(style::dim)));
    out.append(table.render());
  }

  private static boolean isHidden(Difference difference) {
    return difference.wanted() == null && difference.found() == null;
  }

  private void pairings(List<Pairing> pairings) {
    Table table = new Table("      ");
    pairings.stream()
        .limit(MAX_ROWS)
        .forEach(
            each ->
                table.row(
                    Cell.left(each.path()),
                    Cell.left("wanted item " + each.wanted()),
                    Cell.left(each.existing() == null ? "" : "with item " + each.existing()),
                    Cell.left(each.by().text()).painted(style::dim)));
    if (!pairings.isEmpty()) {
      out.append("    items of lists were matched in this order:\n").append(table.render());
    }
  }

  private void remedy(Remedy remedy) {
    String title = "    " + style.bold("nearest change:") + " ";
    switch (remedy) {
      case Remedy.Nothing _ -> {}
      case Remedy.Delete _ -> out.append(title).append("delete it\n");
      case Remedy.Unknown(String reason) -> out.append("    ").append(reason).append('\n');
      case Remedy.Create(var object) -> {
        out.append(title).append("create it\n");
        object.ifPresent(this::manifest);
      }
      case Remedy.Change(String name, NearestChange change) -> {
        String values = change.size() == 1 ? "one value" : change.size() + " values";
        out.append(title).append("%s of `%s`%n".formatted(values, name));
        change.edits().forEach(each -> out.append("      ").append(text(each)).append('\n'));
      }
    }
  }

  private void manifest(JsonObject object) {
    YamlWriter.write(object.toTree())
        .lines()
        .forEach(line -> out.append("      ").append(line).append('\n'));
  }

  private static String text(Edit edit) {
    boolean hidden = edit.value() == null;
    return switch (edit.operation()) {
      case SET -> "set %s%s".formatted(edit.path(), hidden ? "" : " to " + value(edit.value()));
      case APPEND ->
          "append %sto %s".formatted(hidden ? "" : value(edit.value()) + " ", edit.path());
      case REMOVE -> "remove " + edit.path();
    };
  }

  private static String value(@Nullable JsonValue value) {
    if (value == null) {
      return "nothing";
    }
    String text = JsonWriter.line(value.toTree());
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
  }
}
