package io.openclustermanagement.governance.gotemplate;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A parsed template. It can be executed any number of times, by several threads at once.
 *
 * <p>Differences to Go: no complex numbers, channels and functions as values; at most 200 levels of
 * nesting in the text; and each execution has a {@link Budget}.
 */
public final class GoTemplate {
  private final String name;
  private final String source;
  private final Map<String, Node.Block> templates;

  private GoTemplate(String name, String source, Map<String, Node.Block> templates) {
    this.name = name;
    this.source = source;
    this.templates = templates;
  }

  /**
   * Parses a text.
   *
   * @param name as messages call it
   * @param functions whether a name is a function, besides those of Go
   */
  public static GoTemplate parse(
      String name, String text, String left, String right, Predicate<String> functions)
      throws TemplateError {
    return new GoTemplate(
        name,
        text,
        Parser.parse(
            name,
            text,
            left,
            right,
            function -> Builtins.FUNCTIONS.containsKey(function) || functions.test(function)));
  }

  /**
   * Executes it.
   *
   * @param data what {@code .} and {@code $} are
   * @param functions the functions; they take the place of those of Go
   */
  public String execute(GoValue data, GoFunctions functions, Budget budget) throws TemplateError {
    return new Evaluator(this, functions, budget).run(data);
  }

  String name() {
    return name;
  }

  String source() {
    return source;
  }

  Map<String, Node.Block> templates() {
    return templates;
  }
}
