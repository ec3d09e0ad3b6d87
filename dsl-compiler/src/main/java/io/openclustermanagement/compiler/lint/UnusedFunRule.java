package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UnusedName.UnusedFun;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A function that nothing refers to. */
final class UnusedFunRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNUSED_FUN;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.unused().stream()
        .filter(UnusedFun.class::isInstance)
        .map(UnusedFun.class::cast)
        .forEach(
            unused ->
                report.accept(
                    finding(
                            unused.span(),
                            "The function `%s` is not used."
                                .formatted(unused.declaration().name().text()))
                        .help("remove it.")
                        .fix("remove it", false, Edits.removal(unused.declaration().span()))));
  }
}
