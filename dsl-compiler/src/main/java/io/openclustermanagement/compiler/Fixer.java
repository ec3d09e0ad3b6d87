package io.openclustermanagement.compiler;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Fix;
import io.openclustermanagement.dsl.diagnostic.Fixes;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.util.List;

/** Applies the safe fixes of findings until none is left. */
public final class Fixer {

  /** A fix may uncover another; no chain is this long. */
  private static final int MAX_ROUNDS = 20;

  private Fixer() {}

  /**
   * The sources as they are after all safe fixes, in their order. A source that was formatted stays
   * so, and errors never become more: as soon as fixes would break something, they are left out.
   */
  public static List<SourceFile> fix(List<SourceFile> sources, CompilerOptions options) {
    List<SourceFile> current = List.copyOf(sources);
    List<Diagnostic> findings = Compiler.compile(current, options).diagnostics();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Diagnostic> before = findings;
      List<SourceFile> next = current.stream().map(file -> fixed(file, before)).toList();
      List<Diagnostic> after = Compiler.compile(next, options).diagnostics();
      if (next.equals(current) || errors(after) > errors(before)) {
        return current;
      }
      current = next;
      findings = after;
    }
    return current;
  }

  private static SourceFile fixed(SourceFile file, List<Diagnostic> findings) {
    List<Fix> fixes =
        findings.stream()
            .filter(each -> each.primary().span().file() == file)
            .flatMap(each -> each.fixes().stream().filter(Fix::safe).limit(1))
            .toList();
    String text = Fixes.apply(file, fixes);
    if (text.equals(file.text())) {
      return file;
    }
    SourceFile fixed = new SourceFile(file.name(), text);
    boolean wasFormatted = OcmFormatter.format(file).text().equals(file.text());
    return wasFormatted ? new SourceFile(file.name(), OcmFormatter.format(fixed).text()) : fixed;
  }

  private static long errors(List<Diagnostic> findings) {
    return findings.stream().filter(Diagnostic::isError).count();
  }
}
