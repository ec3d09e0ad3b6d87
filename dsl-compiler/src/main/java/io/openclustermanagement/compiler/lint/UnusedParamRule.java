package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UnusedName.UnusedParam;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A parameter that nothing refers to. */
final class UnusedParamRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNUSED_PARAM;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.unused().stream()
        .filter(UnusedParam.class::isInstance)
        .map(UnusedParam.class::cast)
        .forEach(
            unused ->
                report.accept(
                    finding(
                            unused.span(),
                            "The parameter `%s` is not used."
                                .formatted(unused.declaration().name().text()))
                        .help("remove it.")
                        .fix("remove it", false, Edits.removal(unused.declaration().span()))));
  }
}
