package io.openclustermanagement.placement.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import io.openclustermanagement.placement.cel.CelExpression.Wanted;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with an expression on objects, as half a sentence for a person. */
final class CompilationProblem {
  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final Pattern OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)'.*");

  /** A named expression, whose name has a dot in it. */
  private static final Pattern VARIABLE = Pattern.compile("(variables\\.[A-Za-z0-9_]+).*");

  private CompilationProblem() {}

  /** The first thing that is wrong. */
  static String of(CelValidationException problem, String expression) {
    return problem.getErrors().stream()
        .min(Comparator.comparing(CelIssue::getSourceLocation))
        .map(issue -> of(issue, expression))
        .orElse("it is no expression");
  }

  /** An expression that gives something else than is needed. */
  static String ofType(CelType type, Wanted wanted) {
    return "it gives %s instead of %s".formatted(name(type), name(wanted));
  }

  private static String name(Wanted wanted) {
    return switch (wanted) {
      case TRUTH_VALUE -> "true or false";
      case TEXT -> "text";
      case LIST -> "a list";
      case ANYTHING -> "a value";
    };
  }

  private static String name(CelType type) {
    return switch (type.kind()) {
      case BOOL -> "true or false";
      case STRING -> "text";
      case LIST -> "a list";
      case MAP -> "a map";
      case INT, UINT, DOUBLE -> "a number";
      case NULL_TYPE -> "null";
      default -> "a value of type " + type.name();
    };
  }

  private static String of(CelIssue issue, String expression) {
    CelSourceLocation place = issue.getSourceLocation();
    String at =
        expression.contains("\n")
            ? " at line %d, character %d".formatted(place.getLine(), place.getColumn() + 1)
            : " at character %d".formatted(place.getColumn() + 1);
    return what(issue.getMessage(), rest(expression, place)) + at;
  }

  private static String rest(String expression, CelSourceLocation place) {
    String line = expression.lines().skip(Math.max(0, place.getLine() - 1)).findFirst().orElse("");
    return line.substring(Math.clamp(place.getColumn(), 0, line.length()));
  }

  private static String what(String message, String rest) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.matches()) {
      Matcher variable = VARIABLE.matcher(rest);
      return "there is no `%s`".formatted((variable.matches() ? variable : unknown).group(1));
    }
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      String operator = overload.group(1).replace("_", "").replace("@", "");
      return "`%s` does not take %s".formatted(operator, overload.group(2));
    }
    return message.matches(
            "(?s)(mismatched input|extraneous input|no viable|token recog|missing ).*")
        ? "the syntax is wrong"
        : "it is not valid";
  }
}
