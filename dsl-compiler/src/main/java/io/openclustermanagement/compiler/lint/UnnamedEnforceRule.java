package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** An enforced template without a name, which only ever reports. */
final class UnnamedEnforceRule implements LintRule {

  @Override
  public Code code() {
    return Code.UNNAMED_ENFORCE;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      if (template.isEnforced() && template.name().isEmpty() && !template.hasSelector()) {
        report.accept(
            finding(
                    template.at("/objectDefinition"),
                    "This %s has no name, so nothing is enforced.".formatted(template.described()))
                .note("without a name or a selector of objects a policy only reports")
                .help("name the object, select objects by their labels, or write `inform`."));
      }
    }
  }
}
