package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Two policies with a template of the same kind and name, which on a cluster would be one object.
 */
final class TemplateNameTwiceRule implements LintRule {

  @Override
  public Code code() {
    return Code.TEMPLATE_NAME_TWICE;
  }

  /** A template of a policy. */
  private record Template(LintedObject source, Policy policy, String pointer) {
    SourceSpan at() {
      return source.at(pointer + "/objectDefinition/metadata/name");
    }
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    Map<String, Template> seen = new HashMap<>();
    for (LintedObject each : input.objects()) {
      if (each.object() instanceof Policy policy) {
        List<PolicyTemplate> templates = policy.spec().policyTemplates();
        for (int i = 0; i < templates.size(); i++) {
          JsonObject definition = templates.get(i).objectDefinition();
          Template template = new Template(each, policy, "/spec/policy-templates/" + i);
          String name = definition.object("metadata").text("name").orElse("");
          String kind = definition.text("kind").orElse("");
          Template first = seen.putIfAbsent(kind + "/" + name, template);
          if (first != null && !name.isEmpty() && !name.contains("{{")) {
            report.accept(finding(template, first, kind + " " + name));
          }
        }
      }
    }
  }

  private Diagnostic.Builder finding(Template template, Template first, String name) {
    boolean same = template.policy() == first.policy();
    return finding(
            template.at(),
            same
                ? "The policy has two templates `%s`.".formatted(name)
                : "Two policies have a template `%s`.".formatted(name))
        .related(first.at(), "the first one, of `%s`".formatted(first.policy().metadata().name()))
        .note("on a cluster both would be the same object, and the second one is refused there")
        .help("give one of them another name.");
  }
}
