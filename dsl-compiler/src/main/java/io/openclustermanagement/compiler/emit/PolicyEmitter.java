package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.HubTemplateOptions;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicySpec;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.Standard;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a policy into a Policy. */
final class PolicyEmitter {

  private static final String PREFIX = PolicyApi.GROUP + "/";

  private final Program program;
  private final Target target;
  private final Findings findings;
  private final Pointers pointers = new Pointers();

  PolicyEmitter(Program program, Target target, Findings findings) {
    this.program = program;
    this.target = target;
    this.findings = findings;
  }

  Pointers pointers() {
    return pointers;
  }

  Policy emit(PolicyDefinition policy) {
    pointers.put("", policy.origin());
    pointers.put("/metadata/name", policy.nameOrigin());
    policy.disabled().ifPresent(origin -> pointers.put("/spec/disabled", origin));
    policy.withoutMetadata().ifPresent(at -> pointers.put("/spec/copyPolicyMetadata", at));
    policy.mode().ifPresent(mode -> pointers.put("/spec/remediationAction", mode.origin()));
    policy
        .serviceAccount()
        .ifPresent(account -> pointers.put("/spec/hubTemplateOptions", account.origin()));
    PolicySpec spec =
        new PolicySpec(
            policy.disabled().isPresent(),
            policy.withoutMetadata().isPresent() ? Boolean.FALSE : null,
            policy
                .mode()
                .map(mode -> ConfigurationEmitter.remediation(mode.remediation()))
                .orElse(null),
            templates(policy),
            dependencies().emit(policy.after(), policy.namespace(), "/spec/dependencies"),
            policy
                .serviceAccount()
                .map(account -> new HubTemplateOptions(account.text()))
                .orElse(null));
    return new Policy(metadata(policy), spec, null);
  }

  private DependencyEmitter dependencies() {
    return new DependencyEmitter(program, target, findings, pointers);
  }

  private List<PolicyTemplate> templates(PolicyDefinition policy) {
    List<PolicyTemplate> templates = new ArrayList<>();
    for (TemplateDefinition each : policy.templates()) {
      String pointer = "/spec/policy-templates/" + templates.size();
      pointers.put(pointer, each.head().origin());
      templates.add(
          new PolicyTemplate(
              object(policy, each, pointer + "/objectDefinition"),
              dependencies()
                  .emit(each.head().after(), policy.namespace(), pointer + "/extraDependencies"),
              each.head().ignoresPending() ? Boolean.TRUE : null));
    }
    return templates;
  }

  private JsonObject object(PolicyDefinition policy, TemplateDefinition template, String pointer) {
    return switch (template) {
      case TemplateDefinition.Configuration configuration ->
          new ConfigurationEmitter(findings, pointers, pointer).emit(configuration);
      case TemplateDefinition.Verbatim verbatim ->
          new ManifestEmitter(findings, pointers).forPolicy(verbatim.object(), pointer);
      case TemplateDefinition.Rule rule ->
          new RuleTemplateEmitter(program, target, findings, pointers, pointer).emit(policy, rule);
      case TemplateDefinition.ConstraintTemplate(_, var rego) ->
          new RegoEmitter(findings).template(rego);
      case TemplateDefinition.Constraint(var head, var rego, var mode) ->
          new RegoEmitter(findings)
              .constraint(
                  rego,
                  head.objectName().text(),
                  mode.map(Mode::remediation).orElse(Mode.Remediation.INFORM));
    };
  }

  // Metadata.

  private ObjectMeta metadata(PolicyDefinition policy) {
    Map<String, String> annotations = new LinkedHashMap<>(policy.metadata().annotations());
    policy.title().ifPresent(text -> annotate("title", text.text(), text.origin(), annotations));
    policy
        .description()
        .ifPresent(text -> annotate("description", text.text(), text.origin(), annotations));
    List<Standard> standards = policy.standards();
    annotate("standards", standards.stream().map(Standard::standard), annotations);
    annotate(
        "categories", standards.stream().flatMap(each -> each.category().stream()), annotations);
    annotate("controls", standards.stream().flatMap(each -> each.controls().stream()), annotations);
    return ObjectMeta.of(policy.namespace(), policy.metadata().name(), policy.metadata().labels())
        .withAnnotations(annotations);
  }

  private void annotate(String name, Stream<Located> texts, Map<String, String> annotations) {
    List<Located> list = texts.toList();
    Optional<Located> first = list.stream().findFirst();
    String joined = list.stream().map(Located::text).distinct().collect(Collectors.joining(", "));
    first.ifPresent(text -> annotate(name, joined, text.origin(), annotations));
  }

  private void annotate(String name, String text, Origin origin, Map<String, String> annotations) {
    String key = PREFIX + name;
    pointers.put("/metadata/annotations", key, origin);
    String written = annotations.putIfAbsent(key, text);
    if (written != null && !written.equals(text)) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_CLAUSE,
                  origin.span(),
                  "The annotation `%s` is given twice.".formatted(key))
              .note("this clause becomes the annotation that `annotations` has already")
              .help("remove it from `annotations`."));
    }
  }
}
