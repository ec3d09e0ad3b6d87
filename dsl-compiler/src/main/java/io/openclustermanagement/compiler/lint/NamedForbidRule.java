package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.Set;
import java.util.function.Consumer;

/** A forbidden object that is named, so that its other fields do not count. */
final class NamedForbidRule implements LintRule {

  @Override
  public Code code() {
    return Code.FORBID_NAMED;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      if (template.complianceType().equals("mustnothave")
          && template.name().isPresent()
          && saysMore(template)) {
        report.accept(
            finding(
                    template.at("/objectDefinition/metadata/name"),
                    "`%s` is forbidden whatever it has in its other fields."
                        .formatted(template.described()))
                .note("of a named object only its existence counts for `mustnothave`")
                .help("leave the other fields out, or the name: then all objects are compared."));
      }
    }
  }

  private static boolean saysMore(ConfigurationTemplate template) {
    return template.definition().fields().keySet().stream()
            .anyMatch(key -> !Set.of("apiVersion", "kind", "metadata").contains(key))
        || template.definition().object("metadata").fields().keySet().stream()
            .anyMatch(key -> !Set.of("name", "namespace").contains(key));
  }
}
