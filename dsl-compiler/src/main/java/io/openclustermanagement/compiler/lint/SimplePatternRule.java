package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Expression.Membership;
import io.openclustermanagement.dsl.syntax.Expression.MembershipOperator;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression where a simpler test says the same. */
final class SimplePatternRule implements LintRule {

  @Override
  public Code code() {
    return Code.PATTERN_IS_PREFIX;
  }

  /** No character that means something in a pattern, in a string or to a reader of both. */
  private static final Pattern SIMPLE =
      Pattern.compile("(?<start>\\^)?(?<text>[A-Za-z0-9 _/:@,-]+)(?<end>\\$)?");

  /** What is asked, and the operator that asks it. */
  private record Simpler(String asks, String operator, String text) {}

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (Membership test : input.all(Membership.class)) {
      if (test.operator() == MembershipOperator.MATCHES
          && test.right() instanceof StringLiteral pattern
          && pattern.isPlain()) {
        simpler(pattern.text(), test.negated())
            .ifPresent(simpler -> report.accept(finding(test, simpler)));
      }
    }
  }

  private Diagnostic.Builder finding(Membership test, Simpler simpler) {
    String better = "%s \"%s\"".formatted(simpler.operator(), simpler.text());
    var operator = test.span().file().span(test.left().span().end(), test.span().end());
    return finding(test.span(), "This pattern only asks %s.".formatted(simpler.asks()))
        .help("write `%s`.".formatted(better))
        .fix("write `%s`".formatted(better), true, new TextEdit(operator, " " + better));
  }

  private static Optional<Simpler> simpler(String pattern, boolean negated) {
    Matcher matcher = SIMPLE.matcher(withoutRest(pattern));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String text = matcher.group("text");
    String not = negated ? "not " : "";
    boolean start = matcher.group("start") != null;
    boolean end = matcher.group("end") != null;
    if (start && end) {
      return Optional.of(new Simpler("whether the text is this", negated ? "!=" : "==", text));
    }
    return Optional.of(
        start
            ? new Simpler("how the text starts", not + "startsWith", text)
            : end
                ? new Simpler("how the text ends", not + "endsWith", text)
                : new Simpler("whether the text has this in it", not + "contains", text));
  }

  /** A pattern need not match the whole text, so that {@code .*} at either end asks nothing. */
  private static String withoutRest(String pattern) {
    if (pattern.startsWith("^") && pattern.endsWith(".*")) {
      return pattern.substring(0, pattern.length() - 2);
    }
    return pattern.endsWith("$") && pattern.startsWith(".*") ? pattern.substring(2) : pattern;
  }
}
