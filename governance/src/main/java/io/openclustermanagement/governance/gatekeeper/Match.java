package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.configuration.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a constraint is about ({@code spec.match}; {@code pkg/mutation/match} of
 * Gatekeeper).
 */
final class Match {
  private static final String ANY = "*";

  /** Whether an object is meant. */
  enum Answer {
    YES,
    NO,
    /** The labels of its namespace decide, and they are not known. */
    UNKNOWN
  }

  private final JsonObject match;
  private final Inventory inventory;

  /**
   * @param match as the constraint has it; empty for all objects
   * @param inventory where the labels of namespaces are looked up
   */
  Match(JsonObject match, Inventory inventory) {
    this.match = match;
    this.inventory = inventory;
  }

  Answer matches(GenericObject object) {
    boolean meant =
        hasKind(object)
            && hasScope(object)
            && isIncluded(object)
            && !isExcluded(object)
            && hasLabels(match.get("labelSelector"), object.content())
            && hasName(object);
    return meant ? hasNamespaceLabels(object) : Answer.NO;
  }

  private boolean hasKind(GenericObject object) {
    List<JsonObject> kinds = JsonItems.objects(match, "kinds");
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                each ->
                    contains(JsonItems.texts(each, "kinds"), object.kind())
                        && contains(JsonItems.texts(each, "apiGroups"), group(object)));
  }

  private static boolean contains(List<String> names, String name) {
    return names.isEmpty() || names.contains(ANY) || names.contains(name);
  }

  static String group(GenericObject object) {
    int slash = object.apiVersion().indexOf('/');
    return slash < 0 ? "" : object.apiVersion().substring(0, slash);
  }

  /** A scope of another name is no restriction. */
  private boolean hasScope(GenericObject object) {
    boolean namespaced = object.namespace().isPresent() && !isNamespace(object);
    return switch (match.text("scope").orElse("")) {
      case "Cluster" -> !namespaced;
      case "Namespaced" -> namespaced;
      default -> true;
    };
  }

  private static boolean isNamespace(GenericObject object) {
    return object.kind().equals("Namespace") && group(object).isEmpty();
  }

  /** The namespace that decides; none for what belongs to the whole cluster. */
  private static Optional<String> namespace(GenericObject object) {
    return isNamespace(object) ? object.name() : object.namespace();
  }

  private boolean isIncluded(GenericObject object) {
    List<String> namespaces = JsonItems.texts(match, "namespaces");
    Optional<String> own = namespace(object);
    return namespaces.isEmpty() || own.isEmpty() || anyMatches(namespaces, own.get());
  }

  private boolean isExcluded(GenericObject object) {
    return namespace(object)
        .filter(name -> anyMatches(JsonItems.texts(match, "excludedNamespaces"), name))
        .isPresent();
  }

  private static boolean anyMatches(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> new Wildcard(pattern).matches(name));
  }

  private boolean hasName(GenericObject object) {
    String pattern = match.text("name").orElse("");
    return pattern.isEmpty() || new Wildcard(pattern).matches(object.name().orElse(""));
  }

  private Answer hasNamespaceLabels(GenericObject object) {
    JsonValue selector = match.get("namespaceSelector");
    boolean decides = selector != null && (isNamespace(object) || object.namespace().isPresent());
    if (!decides) {
      return Answer.YES;
    }
    return (isNamespace(object) ? Optional.of(object.content()) : namespaceOf(object))
        .map(labelled -> hasLabels(selector, labelled) ? Answer.YES : Answer.NO)
        .orElse(Answer.UNKNOWN);
  }

  /** The namespace of an object, if the cluster's objects have it. */
  Optional<JsonObject> namespaceOf(GenericObject object) {
    Optional<ResourceKind> kind = inventory.resource("v1", "Namespace");
    return object.namespace().flatMap(name -> kind.flatMap(each -> inventory.find(each, "", name)));
  }

  private static boolean hasLabels(@Nullable JsonValue selector, JsonObject object) {
    if (!(selector instanceof JsonObject json)) {
      return true;
    }
    Map<String, String> equal = new LinkedHashMap<>();
    JsonObject matchLabels = json.object("matchLabels");
    matchLabels.fields().keySet().forEach(key -> equal.put(key, matchLabels.text(key).orElse("")));
    List<LabelSelectorRequirement> terms =
        JsonItems.objects(json, "matchExpressions").stream()
            .map(
                each ->
                    new LabelSelectorRequirement(
                        each.text("key").orElse(""),
                        each.text("operator").orElse(""),
                        JsonItems.texts(each, "values")))
            .toList();
    return Labels.match(equal, terms, Labels.of(object));
  }
}
