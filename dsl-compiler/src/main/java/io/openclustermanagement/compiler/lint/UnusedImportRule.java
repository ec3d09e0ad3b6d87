package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UnusedName;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Name;
import java.util.function.Consumer;

/** An import, or a name in its list, that nothing refers to. */
final class UnusedImportRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNUSED_IMPORT;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (UnusedName unused : input.unused()) {
      switch (unused) {
        case UnusedName.UnusedModule(Import.Module module) ->
            report.accept(
                finding(module.span(), "Nothing of `%s` is used.".formatted(module.module().text()))
                    .help("remove the import.")
                    .fix("remove the import", true, Edits.removal(module.span())));
        case UnusedName.UnusedImport(Import.Module module, Name name) ->
            report.accept(
                finding(name.span(), "The import of `%s` is not used.".formatted(name.text()))
                    .help("remove it from the list.")
                    .fix(
                        "remove it from the list",
                        true,
                        Edits.removalFromList(module.names(), name)));
        case UnusedName.UnusedParam _, UnusedName.UnusedFun _, UnusedName.UnusedPlacement _ -> {}
      }
    }
  }
}
