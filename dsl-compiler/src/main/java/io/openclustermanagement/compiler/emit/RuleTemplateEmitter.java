package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.rules.RuleExemption;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.ExemptionDefinition;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule as a template of its policy.
 *
 * @param pointer where in the policy it stands
 */
record RuleTemplateEmitter(
    Program program, Target target, Findings findings, Pointers pointers, String pointer) {

  /** The object; an empty one after a report. */
  JsonObject emit(PolicyDefinition policy, TemplateDefinition.Rule template) {
    pointers.put(pointer + "/metadata/name", template.head().objectName().origin());
    pointers.put(pointer + "/spec/validation", template.rule().denied().origin());
    if (target == Target.UPSTREAM) {
      refuse(template);
      return new JsonObject(Map.of());
    }
    RuleEmitter.Frame frame =
        new RuleEmitter.Frame(
            template.head().objectName().text(),
            template
                .mode()
                .map(mode -> ConfigurationEmitter.remediation(mode.remediation()))
                .orElse(RemediationAction.INFORM),
            template.severity().map(ConfigurationEmitter::severity).orElse(null),
            selector(template.namespaces()),
            exemptions(policy, template));
    return RuleEmitter.emit(
            template.rule(), selector(template.rule().namespaces()), frame, findings)
        .map(rule -> JsonObject.of(ManifestWriter.tree(rule)))
        .orElseGet(() -> new JsonObject(Map.of()));
  }

  private @Nullable NamespaceSelector selector(Optional<NamespaceSelection> namespaces) {
    return namespaces
        .map(
            each ->
                new SelectionEmitter(findings, pointers)
                    .namespaces(each, pointer + "/spec/namespaceSelector"))
        .orElse(null);
  }

  private List<RuleExemption> exemptions(
      PolicyDefinition policy, TemplateDefinition.Rule template) {
    return template
        .head()
        .sourceName()
        .map(
            rule ->
                program.modules().stream()
                    .flatMap(module -> module.exemptions().stream())
                    .filter(each -> isFrom(each, policy, rule))
                    .map(each -> new ExemptionEmitter(program, target, findings).ofRule(each))
                    .toList())
        .orElse(List.of());
  }

  private static boolean isFrom(
      ExemptionDefinition exemption, PolicyDefinition policy, String rule) {
    return exemption.from().stream()
        .anyMatch(
            from ->
                switch (from) {
                  case ExemptionDefinition.From.Rule(var name, String each, _) ->
                      name.equals(policy.name()) && each.equals(rule);
                  case ExemptionDefinition.From.Policy(var name, _) ->
                      name.equals(policy.name()) && exemption.resources().isPresent();
                });
  }

  private void refuse(TemplateDefinition.Rule template) {
    boolean named = template.head().sourceName().isPresent();
    findings.add(
        Diagnostic.error(
                Code.RULE_NOT_UPSTREAM,
                named
                    ? template.head().objectName().origin().span()
                    : template.rule().denied().origin().span(),
                named
                    ? "Upstream cannot evaluate the rule `%s`."
                        .formatted(template.head().sourceName().orElse(""))
                    : "Upstream cannot compare this with an object.")
            .note(
                "upstream compares with partial objects: equalities joined by `and`, and at most"
                    + " one `any … where` of equalities")
            .help(
                named
                    ? "say it with `forbid … where` in that form, write it in Rego for Gatekeeper,"
                        + " or build with `--target native`."
                    : "say it in that form, write it in Rego for Gatekeeper, or build with"
                        + " `--target native`."));
  }
}
