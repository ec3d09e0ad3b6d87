package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.kubernetes.KindLookup;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ComplianceState;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.compiler.program.RegoDefinition;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ConstraintTemplate of Gatekeeper and the constraint behind it as the {@code rego} that
 * would build them. A {@code rego} gives its kind a name with {@code Ocm}, so that pairs that
 * people wrote themselves stay what they are.
 */
final class RegoImport {
  private static final String PREFIX = "Ocm";
  private static final Pattern KIND = Pattern.compile("Ocm([A-Z][a-z0-9]*)+");
  private static final Pattern WORD = Pattern.compile("(?<!^)(?=[A-Z])");

  private RegoImport() {}

  /** The clause; empty if the two are no such pair. */
  static Optional<PolicyClause> clause(PolicyTemplate template, PolicyTemplate constraint) {
    JsonObject definition = template.objectDefinition();
    JsonObject use = constraint.objectDefinition();
    String kind = use.text("kind").orElse("");
    String name = name(kind);
    boolean pair =
        definition.text("kind").orElse("").equals(RegoDefinition.TEMPLATE_KIND)
            && definition.text("apiVersion").orElse("").equals(RegoDefinition.TEMPLATE_API_VERSION)
            && KIND.matcher(kind).matches()
            && objectName(definition).equals(kind.toLowerCase(Locale.ROOT))
            && objectName(use).endsWith(name)
            && waits(template, constraint);
    return pair ? rego(name, definition, use) : Optional.empty();
  }

  private static Optional<PolicyClause> rego(String name, JsonObject template, JsonObject use) {
    List<JsonObject> targets = objects(template.object("spec").get("targets"));
    Optional<Expression.Fence> source =
        targets.size() == 1 ? source(targets.getFirst()) : Optional.empty();
    List<KindName> kinds = kinds(use.object("spec").object("match"));
    JsonObject parameters = use.object("spec").object("parameters");
    return kinds.isEmpty()
        ? Optional.empty()
        : source.map(
            text ->
                new PolicyClause.Rego(
                    null,
                    Trees.name(name),
                    kinds,
                    parameters.isEmpty() ? null : JsonTrees.object(parameters),
                    text,
                    Trees.NOWHERE));
  }

  /** The name in the source: {@code host-ports} of {@code OcmHostPorts}. */
  private static String name(String kind) {
    return kind.startsWith(PREFIX)
        ? String.join("-", WORD.split(kind.substring(PREFIX.length()))).toLowerCase(Locale.ROOT)
        : "";
  }

  private static String objectName(JsonObject object) {
    return object.object("metadata").text("name").orElse("");
  }

  /** A constraint is put on a cluster only behind its template. */
  private static boolean waits(PolicyTemplate template, PolicyTemplate constraint) {
    boolean alone =
        template.extraDependencies().isEmpty()
            && template.ignorePending() == null
            && constraint.ignorePending() == null;
    return alone
        && constraint.extraDependencies().size() == 1
        && constraint.extraDependencies().getFirst().compliance() == ComplianceState.COMPLIANT
        && constraint
            .extraDependencies()
            .getFirst()
            .name()
            .equals(objectName(template.objectDefinition()));
  }

  private static Optional<Expression.Fence> source(JsonObject target) {
    List<JsonObject> code = objects(target.get("code"));
    Optional<String> text =
        code.size() == 1 ? code.getFirst().object("source").text("rego") : target.text("rego");
    return text.flatMap(Trees::fence);
  }

  /** The kinds, each of the group that its name alone means; none if one is not. */
  private static List<KindName> kinds(JsonObject match) {
    List<KindName> kinds = new ArrayList<>();
    for (JsonObject entry : objects(match.get("kinds"))) {
      for (String kind : texts(entry.get("kinds"))) {
        boolean known =
            KubernetesSchemas.builtIn().lookup(kind) instanceof KindLookup.Found(var type)
                && texts(entry.get("apiGroups")).equals(List.of(type.group()));
        if (!known) {
          return List.of();
        }
        kinds.add(new KindName(kind, null, Trees.NOWHERE));
      }
    }
    return kinds;
  }

  private static List<JsonObject> objects(@Nullable JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static List<String> texts(@Nullable JsonValue list) {
    return list instanceof JsonArray(List<JsonValue> items)
        ? items.stream().map(each -> String.valueOf(each.toTree())).toList()
        : List.of();
  }
}
