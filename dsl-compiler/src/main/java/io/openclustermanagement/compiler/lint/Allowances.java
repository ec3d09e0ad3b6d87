package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comments allow: {@code ocm:allow OCM3005, OCM3010 because "…"}. Only findings of lint and
 * analysis (3xxx and 4xxx) that are no errors can be allowed, and only with a reason.
 */
final class Allowances {

  private static final Pattern MARK = Pattern.compile("(?://|#)\\s*ocm:allow\\b.*");
  private static final Pattern FORM =
      Pattern.compile(
          "(?://|#)\\s*ocm:allow\\s+(OCM\\d{4}(?:\\s*,\\s*OCM\\d{4})*)"
              + "\\s+because\\s+\"[^\"]*\\p{L}[^\"]*\"\\s*");

  private Allowances() {}

  /** Whether a comment means to allow something. */
  static boolean isMeant(String comment) {
    return MARK.matcher(comment).matches();
  }

  /** The codes that a comment allows; empty if it has no reason or no code. */
  static List<String> codes(String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.matches() ? List.of(matcher.group(1).split("\\s*,\\s*")) : List.of();
  }

  /** The first code of a list that cannot be allowed. */
  static Optional<String> notAllowable(List<String> codes) {
    return codes.stream()
        .filter(
            code ->
                !code.matches("OCM[34].*")
                    || Arrays.stream(Code.values()).noneMatch(each -> each.id().equals(code)))
        .findFirst();
  }

  /**
   * Findings without those that are allowed, and with one for each allowance of nothing.
   *
   * @param complete whether all rules could run
   * @param clock whether the rules that depend on the day could run
   */
  static List<Diagnostic> apply(
      List<Allowance> allowances, List<Diagnostic> findings, boolean complete, boolean clock) {
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic finding : findings) {
      if (finding.isError() || allowances.stream().noneMatch(each -> each.allows(finding))) {
        left.add(finding);
      }
    }
    if (complete) {
      allowances.forEach(each -> reportUnused(each, findings, clock, left));
    }
    return left;
  }

  private static void reportUnused(
      Allowance allowance, List<Diagnostic> findings, boolean clock, List<Diagnostic> left) {
    for (String code : allowance.codes()) {
      boolean known = clock || !LintRules.dependsOnClock(code);
      if (known
          && findings.stream()
              .noneMatch(each -> each.code().id().equals(code) && allowance.allows(each))) {
        left.add(
            Diagnostic.warning(
                    Code.ALLOWS_NOTHING,
                    allowance.comment(),
                    "There is no `%s` here that could be allowed.".formatted(code))
                .help(
                    allowance.codes().size() == 1
                        ? "remove the comment."
                        : "remove `%s` from the comment.".formatted(code))
                .build());
      }
    }
  }
}
