package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UnusedName.UnusedPlacement;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.function.Consumer;

/** A placement that nothing refers to, in sources that place something. */
final class UnusedPlacementRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNUSED_PLACEMENT;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.unused().stream()
        .filter(UnusedPlacement.class::isInstance)
        .map(UnusedPlacement.class::cast)
        .forEach(
            unused ->
                report.accept(
                    finding(
                            unused.span(),
                            "Nothing is placed by `%s`."
                                .formatted(unused.declaration().name().text()))
                        .note("it is created on the hub all the same, where other tools may use it")
                        .help("remove it, or name it in a policy, policy set or deployment.")));
  }

  @Override
  public Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.info(code(), span, summary);
  }
}
