package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.function.Consumer;

/** Required objects that are selected by labels, so that there may be none. */
final class SelectorWithoutMatchRule implements LintRule {

  @Override
  public Code code() {
    return Code.SELECTOR_MAY_MATCH_NOTHING;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      if (template.hasSelector()
          && template.name().isEmpty()
          && !template.complianceType().equals("mustnothave")) {
        report.accept(
            finding(
                    template.at("/objectSelector"),
                    "A cluster without such a %s is compliant.".formatted(template.described()))
                .help("require one by its name as well, if there must be one."));
      }
    }
  }

  @Override
  public Diagnostic.Builder finding(SourceSpan span, String summary) {
    return Diagnostic.info(code(), span, summary);
  }
}
