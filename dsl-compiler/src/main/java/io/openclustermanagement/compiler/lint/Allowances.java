package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
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
  private static List<String> codes(String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.matches() ? List.of(matcher.group(1).split("\\s*,\\s*")) : List.of();
  }

  /** The first code of a list that cannot be allowed. */
  private static Optional<String> notAllowable(List<String> codes) {
    return codes.stream()
        .filter(
            code ->
                !code.matches("OCM[34].*")
                    || Arrays.stream(Code.values()).noneMatch(each -> each.id().equals(code)))
        .findFirst();
  }

  /** The codes that a comment allows; none after a report if they or the reason are missing. */
  static List<String> read(SourceSpan comment, List<Diagnostic> findings) {
    List<String> codes = codes(comment.text());
    Optional<String> wrong = notAllowable(codes);
    if (codes.isEmpty()) {
      findings.add(
          Diagnostic.warning(
                  Code.ALLOW_WITHOUT_REASON, comment, "What is allowed here, and why, is not said.")
              .help(
                  "write `%s ocm:allow OCM3005 because \"…\"`."
                      .formatted(comment.text().startsWith("#") ? "#" : "//"))
              .build());
    }
    wrong.ifPresent(
        code ->
            findings.add(
                Diagnostic.warning(
                        Code.ALLOW_WITHOUT_REASON,
                        comment,
                        "`%s` cannot be allowed.".formatted(code))
                    .note("only findings of lint and analysis can be: OCM3xxx and OCM4xxx")
                    .build()));
    return wrong.isPresent() ? List.of() : codes;
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
