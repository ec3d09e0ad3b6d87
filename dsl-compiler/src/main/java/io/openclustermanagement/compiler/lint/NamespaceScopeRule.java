package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** A kind that lives in namespaces, and no word about which ones. */
final class NamespaceScopeRule implements LintRule {

  @Override
  public Code code() {
    return Code.NO_NAMESPACE_SCOPE;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (ConfigurationTemplate template : input.templates()) {
      if (!template.hasNamespaceScope()
          && template.definition().object("metadata").get("namespace") == null
          && isNamespaced(template)) {
        report.accept(
            finding(
                    template.at("/objectDefinition"),
                    "It is not said in which namespaces this %s is meant."
                        .formatted(template.described()))
                .note("upstream's controller reports it as a violation on every cluster")
                .help("give it a `namespace`, or the policy a `namespaceSelector`."));
      }
    }
  }

  private static boolean isNamespaced(ConfigurationTemplate template) {
    return KubernetesSchemas.builtIn()
        .find(
            template.definition().text("apiVersion").orElse(""),
            template.definition().text("kind").orElse(""))
        .filter(ResourceType::namespaced)
        .isPresent();
  }
}
