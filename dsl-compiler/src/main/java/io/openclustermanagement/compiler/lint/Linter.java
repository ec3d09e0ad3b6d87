package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.check.CheckedProgram;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs all rules, and takes away what the sources allow. */
public final class Linter {

  private Linter() {}

  /**
   * The findings so far with those of the rules, less those that are allowed. Only given sources
   * are looked at, not what they import from elsewhere; and none with errors, because what is
   * broken says little about what was meant.
   */
  public static List<Diagnostic> lint(
      List<SourceFile> given,
      CheckedProgram checked,
      List<EmittedObject> objects,
      Optional<LocalDate> today,
      List<Diagnostic> soFar) {
    Set<SourceFile> sound = new HashSet<>(given);
    soFar.stream()
        .filter(Diagnostic::isError)
        .forEach(error -> sound.remove(error.primary().span().file()));
    LintInput input = input(sound, checked, objects, today);
    List<Diagnostic> all = new ArrayList<>(soFar);
    run(input, all);
    List<Allowance> allowances = new ArrayList<>();
    input.sources().forEach(source -> allowances.addAll(SourceAllowances.read(source, all)));
    boolean complete = soFar.stream().noneMatch(Diagnostic::isError);
    return Allowances.apply(allowances, all, complete, today.isPresent());
  }

  private static LintInput input(
      Set<SourceFile> sound,
      CheckedProgram checked,
      List<EmittedObject> objects,
      Optional<LocalDate> today) {
    List<LintedObject> linted = linted(objects, sound);
    return new LintInput(
        checked.units().stream()
            .filter(unit -> sound.contains(unit.span().file()))
            .map(SourceNodes::new)
            .toList(),
        new Program(
            checked.program().modules().stream()
                .filter(module -> sound.contains(module.source()))
                .toList()),
        checked.unused().stream().filter(each -> sound.contains(each.span().file())).toList(),
        checked.uncheckedKinds().stream()
            .filter(each -> sound.contains(each.kind().origin().span().file()))
            .toList(),
        linted,
        ConfigurationTemplate.of(linted),
        today);
  }

  /** The findings of the rules in objects that were read from YAML, less those allowed there. */
  public static List<Diagnostic> lint(List<LintedObject> objects, LocalDate today) {
    List<Diagnostic> all = new ArrayList<>();
    Program none = new Program(List.of());
    List<ConfigurationTemplate> templates = ConfigurationTemplate.of(objects);
    run(
        new LintInput(
            List.of(), none, List.of(), List.of(), objects, templates, Optional.of(today)),
        all);
    List<Allowance> allowances = new ArrayList<>();
    objects.stream()
        .map(each -> each.at("").file())
        .distinct()
        .forEach(file -> allowances.addAll(YamlAllowances.read(file, all)));
    return Allowances.apply(allowances, all, true, true);
  }

  private static List<LintedObject> linted(List<EmittedObject> objects, Set<SourceFile> sound) {
    List<LintedObject> linted = new ArrayList<>();
    for (EmittedObject each : objects) {
      Optional<SourceSpan> whole = each.sourceMap().find("");
      if (whole.isPresent() && sound.contains(whole.get().file())) {
        linted.add(
            new LintedObject(
                each.object(),
                true,
                pointer -> each.sourceMap().find(pointer).orElse(whole.get())));
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
