package io.openclustermanagement.compiler;

import io.openclustermanagement.compiler.check.CheckedProgram;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.check.NameIndex;
import io.openclustermanagement.compiler.check.ProgramChecker;
import io.openclustermanagement.compiler.emit.Emitter;
import io.openclustermanagement.compiler.lint.Linter;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns sources into a checked program and the objects it stands for. Reads no file. */
public final class Compiler {

  private Compiler() {}

  /** Parses, checks and compiles sources that see each other as modules. */
  public static CompilationResult compile(List<SourceFile> sources, CompilerOptions options) {
    return analyze(sources, options).result();
  }

  /** The same, with what editors want to know of the names in the sources. */
  public static Analysis analyze(List<SourceFile> sources, CompilerOptions options) {
    Findings findings = new Findings();
    NameIndex names = new NameIndex();
    CheckedProgram checked = ProgramChecker.check(sources, options, findings, names);
    List<EmittedObject> objects = Emitter.emit(checked.program(), options.target(), findings);
    List<Diagnostic> diagnostics =
        Linter.lint(
            sources, checked, objects, Optional.ofNullable(options.today()), findings.list());
    boolean failed = diagnostics.stream().anyMatch(Diagnostic::isError);
    return new Analysis(
        new CompilationResult(
            checked.program(), failed ? List.of() : objects, sorted(diagnostics, sources)),
        names);
  }

  private static List<Diagnostic> sorted(List<Diagnostic> findings, List<SourceFile> sources) {
    return findings.stream()
        .sorted(
            Comparator.comparingInt((Diagnostic each) -> rank(each, sources))
                .thenComparingInt(each -> each.primary().span().start()))
        .toList();
  }

  /** Given sources in their order, then whatever was loaded. */
  private static int rank(Diagnostic finding, List<SourceFile> sources) {
    int index = sources.indexOf(finding.primary().span().file());
    return index < 0 ? sources.size() : index;
  }
}
