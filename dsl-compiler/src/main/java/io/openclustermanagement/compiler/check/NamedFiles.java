package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.SourceLoader;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;

/** The files that sources name. */
final class NamedFiles {

  private final SourceLoader loader;
  private final Findings findings;

  NamedFiles(SourceLoader loader, Findings findings) {
    this.loader = loader;
    this.findings = findings;
  }

  /** The files that a path means; none after a report. */
  List<SourceFile> find(SourceFile source, StringLiteral path) {
    if (!path.isPlain()) {
      findings.add(
          Diagnostic.error(
              Code.NOT_CONSTANT, path.span(), "The path of a file must be written out."));
      return List.of();
    }
    SourceLoader.FileLookup files = loader.files(source, path.text());
    files
        .problem()
        .ifPresent(
            problem -> findings.add(Diagnostic.error(Code.UNREADABLE_FILE, path.span(), problem)));
    return files.found();
  }
}
