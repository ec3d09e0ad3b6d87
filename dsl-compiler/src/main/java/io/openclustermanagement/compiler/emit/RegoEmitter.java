package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.RegoDefinition;
import io.openclustermanagement.compiler.program.RegoDefinition.RegoVersion;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a rule in Rego as a ConstraintTemplate and a constraint of Gatekeeper. */
final class RegoEmitter {

  private static final String TARGET = "admission.k8s.gatekeeper.sh";

  /** Gatekeeper knows only a {@code *} at the beginning or the end. */
  private static final Pattern GATEKEEPER_PATTERN = Pattern.compile("\\*?[^*?\\[\\]\\\\]*\\*?");

  private final Findings findings;

  RegoEmitter(Findings findings) {
    this.findings = findings;
  }

  JsonObject template(RegoDefinition rego) {
    Map<String, Object> names = Map.of("kind", rego.constraintKind());
    Map<String, Object> crd = new LinkedHashMap<>();
    crd.put("names", names);
    if (!rego.parameters().isEmpty()) {
      crd.put("validation", Map.of("openAPIV3Schema", schema(rego.parameters())));
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("crd", Map.of("spec", crd));
    spec.put("targets", List.of(target(rego)));
    return object(
        RegoDefinition.TEMPLATE_API_VERSION,
        RegoDefinition.TEMPLATE_KIND,
        metadata(rego, rego.templateName()),
        spec);
  }

  private static Map<String, Object> metadata(RegoDefinition rego, String name) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    rego.description().ifPresent(text -> metadata.put("annotations", Map.of("description", text)));
    return metadata;
  }

  private static Map<String, Object> target(RegoDefinition rego) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("target", TARGET);
    if (rego.version() == RegoVersion.V0) {
      target.put("rego", rego.module().text());
    } else {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("version", "v1");
      source.put("rego", rego.module().text());
      Map<String, Object> code = new LinkedHashMap<>();
      code.put("engine", "Rego");
      code.put("source", source);
      target.put("code", List.of(code));
    }
    return target;
  }

  JsonObject constraint(RegoDefinition rego, String name, Mode.Remediation remediation) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("enforcementAction", remediation == Mode.Remediation.ENFORCE ? "deny" : "dryrun");
    spec.put("match", match(rego));
    if (!rego.parameters().isEmpty()) {
      spec.put("parameters", rego.parameters());
    }
    return object(
        "constraints.gatekeeper.sh/v1beta1", rego.constraintKind(), metadata(rego, name), spec);
  }

  private static JsonObject object(
      String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.put("metadata", metadata);
    object.put("spec", spec);
    return JsonObject.of(object);
  }

  private Map<String, Object> match(RegoDefinition rego) {
    Map<String, List<String>> byGroup = new LinkedHashMap<>();
    for (KindReference kind : rego.kinds()) {
      byGroup.computeIfAbsent(kind.group(), _ -> new ArrayList<>()).add(kind.kind());
    }
    List<Object> kinds = new ArrayList<>();
    byGroup.forEach(
        (group, names) -> {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("apiGroups", List.of(group));
          entry.put("kinds", names);
          kinds.add(entry);
        });
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("kinds", kinds);
    rego.namespaces().ifPresent(each -> namespaces(each, match));
    return match;
  }

  private void namespaces(NamespaceSelection selection, Map<String, Object> match) {
    boolean all = selection.include().stream().anyMatch(each -> each.text().equals("*"));
    if (!all) {
      match.put("namespaces", patterns(selection.include()));
    }
    if (!selection.exclude().isEmpty()) {
      match.put("excludedNamespaces", patterns(selection.exclude()));
    }
    selection
        .labels()
        .ifPresent(
            labels -> {
              if (labels.condition().isPresent()) {
                report(new Located("", labels.origin()));
              }
              match.put("namespaceSelector", Map.of("matchLabels", labels.equal()));
            });
  }

  private List<String> patterns(List<Located> patterns) {
    patterns.stream()
        .filter(each -> !GATEKEEPER_PATTERN.matcher(each.text()).matches())
        .forEach(this::report);
    return patterns.stream().map(Located::text).toList();
  }

  private void report(Located pattern) {
    findings.add(
        Diagnostic.error(
                Code.NAMESPACES_NOT_IN_GATEKEEPER,
                pattern.origin().span(),
                "Gatekeeper cannot select namespaces like this.")
            .note("it knows names with a `*` at the beginning or the end, and labels with a value")
            .help("list the namespaces by such names, or write a `rule`."));
  }

  /** The schema of the parameters, as far as their values show it. */
  private static Map<String, Object> schema(JsonValue value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (value) {
      case JsonObject(Map<String, JsonValue> fields) -> {
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach((name, field) -> properties.put(name, schema(field)));
        schema.put("properties", properties);
      }
      case JsonArray(List<JsonValue> items) -> {
        schema.put("type", "array");
        schema.put("items", items.isEmpty() ? anything() : schema(items.getFirst()));
      }
      case JsonString _ -> schema.put("type", "string");
      case JsonInteger _ -> schema.put("type", "integer");
      case JsonDecimal _ -> schema.put("type", "number");
      case JsonBoolean _ -> schema.put("type", "boolean");
      case JsonNull _ -> schema.putAll(anything());
    }
    return schema;
  }

  private static Map<String, Object> anything() {
    return Map.of("x-kubernetes-preserve-unknown-fields", true);
  }
}
