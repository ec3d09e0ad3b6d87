package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.check.CheckedProgram;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs all rules, and takes away what the sources allow. */
public final class Linter {

  private Linter() {}

  /**
   * The findings so far with those of the rules, less those that are allowed. A source with errors
   * is not looked at: what is broken says little about what was meant.
   */
  public static List<Diagnostic> lint(
      CheckedProgram checked,
      List<EmittedObject> objects,
      Optional<LocalDate> today,
      List<Diagnostic> soFar) {
    Set<SourceFile> broken =
        soFar.stream()
            .filter(Diagnostic::isError)
            .map(each -> each.primary().span().file())
            .collect(Collectors.toSet());
    List<SourceNodes> sources =
        checked.units().stream()
            .filter(unit -> !broken.contains(unit.span().file()))
            .map(SourceNodes::new)
            .toList();
    LintInput input =
        new LintInput(sources, checked.program(), checked.unused(), linted(objects, broken), today);
    List<Diagnostic> all = new ArrayList<>(soFar);
    run(input, all);
    List<Allowance> allowances = new ArrayList<>();
    sources.forEach(source -> allowances.addAll(SourceAllowances.read(source, all)));
    return Allowances.apply(allowances, all, broken.isEmpty(), today.isPresent());
  }

  /** The findings of the rules in objects that were read from YAML. */
  public static List<Diagnostic> lint(List<LintedObject> objects, Optional<LocalDate> today) {
    List<Diagnostic> all = new ArrayList<>();
    run(new LintInput(List.of(), new Program(List.of()), List.of(), objects, today), all);
    return all;
  }

  private static List<LintedObject> linted(List<EmittedObject> objects, Set<SourceFile> broken) {
    List<LintedObject> linted = new ArrayList<>();
    for (EmittedObject each : objects) {
      Optional<SourceSpan> whole = each.sourceMap().find("");
      if (whole.isPresent() && !broken.contains(whole.get().file())) {
        linted.add(
            new LintedObject(
                each.object(), pointer -> each.sourceMap().find(pointer).orElse(whole.get())));
      }
    }
    return linted;
  }

  private static void run(LintInput input, List<Diagnostic> findings) {
    for (LintRule rule : LintRules.ALL) {
      rule.check(input, finding -> findings.add(finding.build()));
    }
  }
}
