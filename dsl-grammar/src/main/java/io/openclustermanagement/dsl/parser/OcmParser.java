package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * Parses source files. It never throws on any input: what is wrong is in the diagnostics, and what
 * could not be read is an {@code Error} node in the tree.
 */
public final class OcmParser {

  private OcmParser() {}

  /** Parses a file into the syntax tree. */
  public static ParseResult parse(SourceFile file) {
    Problems problems = new Problems(file);
    GrammarRun<OcmGrammar.FileContext> run = run(file, problems);
    if (run == null) {
      return new ParseResult(UnitBuilder.emptyUnit(file), problems.sorted());
    }
    SourceUnit unit = new UnitBuilder(problems, run.tokens()).unit(run.root());
    return new ParseResult(unit, problems.sorted());
  }

  private static @Nullable GrammarRun<OcmGrammar.FileContext> run(
      SourceFile file, Problems problems) {
    if (file.text().length() > Limits.MAX_LENGTH) {
      problems.add(tooLarge(file));
      return null;
    }
    return GrammarRun.of(
        problems, 0, file.text().length(), "the end of the file", OcmGrammar::file);
  }

  private static Diagnostic tooLarge(SourceFile file) {
    return Diagnostic.error(
            Code.FILE_TOO_LARGE,
            file.span(0, 0),
            "This file has %,d characters; at most %,d are read."
                .formatted(file.text().length(), Limits.MAX_LENGTH))
        .help("split it into several files of the same module.")
        .build();
  }
}
