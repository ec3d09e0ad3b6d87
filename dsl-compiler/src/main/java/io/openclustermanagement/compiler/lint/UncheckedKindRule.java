package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.compiler.check.UncheckedKind;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A resource whose fields nobody checks, because the schema of its kind is not known. */
final class UncheckedKindRule implements LintRule {

  @Override
  public Code code() {
    return Code.KIND_WITHOUT_SCHEMA;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.uncheckedKinds().forEach(each -> report.accept(finding(each)));
  }

  private Diagnostic.Builder finding(UncheckedKind unchecked) {
    String kind = unchecked.kind().kind();
    var finding =
        finding(
            unchecked.kind().origin().span(),
            "The fields of this `%s` are not checked.".formatted(kind));
    unchecked
        .elsewhere()
        .ifPresentOrElse(
            type -> finding.label("`%s` is known".formatted(type)),
            () -> finding.help("import its definition with `import crd \"…\"`."));
    return finding;
  }
}
