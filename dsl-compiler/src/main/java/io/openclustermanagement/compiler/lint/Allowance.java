package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.List;

/**
 * A comment {@code ocm:allow OCM3005 because "…"}.
 *
 * @param codes what it allows
 * @param covered where it allows it
 * @param comment where it stands
 */
record Allowance(List<String> codes, SourceSpan covered, SourceSpan comment) {
  Allowance {
    codes = List.copyOf(codes);
  }

  boolean allows(Diagnostic finding) {
    SourceSpan place = finding.primary().span();
    return codes.contains(finding.code().id())
        && place.file() == covered.file()
        && covered.start() <= place.start()
        && place.start() < Math.max(covered.end(), covered.start() + 1);
  }
}
