package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The look-ups of one document: what may be read, what was read, and upstream's words for errors.
 */
final class Lookups {
  private final TemplateOptions options;
  private final ObjectLookup lookup;
  private final Set<ObjectQuery> queries = new LinkedHashSet<>();
  private boolean sensitive;

  Lookups(TemplateOptions options, ObjectLookup lookup) {
    this.options = options;
    this.lookup = lookup;
  }

  boolean isSensitive() {
    return sensitive;
  }

  void markSensitive() {
    sensitive = true;
  }

  List<ObjectQuery> queries() {
    return new ArrayList<>(queries);
  }

  /** Where a look-up may look. */
  private record Target(ObjectLookup.Resource resource, String namespace) {}

  /** The object, which has to exist. */
  JsonObject get(String apiVersion, String kind, String namespace, String name, String context) {
    try {
      return find(apiVersion, kind, namespace, name)
          .orElseThrow(() -> new GoError(notFound(apiVersion, kind, name)));
    } catch (GoError e) {
      throw new GoError(context + e.text());
    }
  }

  private String notFound(String apiVersion, String kind, String name) {
    String plural = lookup.resource(apiVersion, kind).map(ObjectLookup.Resource::plural).orElse("");
    String group = group(apiVersion);
    return "%s%s \"%s\" not found".formatted(plural, group.isEmpty() ? "" : "." + group, name);
  }

  /** The object, if it exists. */
  Optional<JsonObject> find(String apiVersion, String kind, String namespace, String name) {
    Target target = target(apiVersion, kind, namespace, name);
    queries.add(new ObjectQuery(apiVersion, kind, target.namespace, name, ""));
    if (target.resource.namespaced() && target.namespace.isEmpty()) {
      throw new GoError(
          "the lookup of a single namespaced resource must have a namespace specified");
    }
    Optional<JsonObject> found = lookup.get(apiVersion, kind, target.namespace, name);
    sensitive |= found.isPresent() && kind.equals("Secret");
    return found;
  }

  /** The objects with labels. */
  List<JsonObject> select(String apiVersion, String kind, String namespace, List<String> labels) {
    check(apiVersion, kind);
    LabelQuery query =
        labels.isEmpty() || labels.getFirst().isEmpty()
            ? LabelQuery.EVERYTHING
            : LabelQuery.parse(String.join(",", labels));
    Target target = target(apiVersion, kind, namespace, "");
    queries.add(new ObjectQuery(apiVersion, kind, target.namespace, "", String.join(",", labels)));
    List<JsonObject> found =
        lookup.list(apiVersion, kind, target.namespace).stream().filter(query::matches).toList();
    sensitive |= !found.isEmpty() && kind.equals("Secret");
    return found;
  }

  /** A list of objects as {@code unstructured.UnstructuredList} gives it. */
  static GoValue list(List<JsonObject> objects) {
    return GoValue.Mapping.of(
        Map.of("items", GoValue.Sequence.of(objects.stream().map(JsonValues::map).toList())));
  }

  private static void check(String apiVersion, String kind) {
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      throw new GoError("the apiVersion and kind are required");
    }
  }

  private Target target(String apiVersion, String kind, String namespace, String name) {
    check(apiVersion, kind);
    String only = options.lookupNamespace();
    if (!only.isEmpty() && !namespace.isEmpty() && !namespace.equals(only)) {
      throw new GoError("the namespace argument is restricted to " + only);
    }
    if (apiVersion.chars().filter(c -> c == '/').count() > 1) {
      throw new GoError("unexpected GroupVersion string: " + apiVersion);
    }
    ObjectLookup.Resource resource =
        lookup
            .resource(apiVersion, kind)
            .orElseThrow(
                () -> new GoError("one or more API resources are not installed on the API server"));
    if (resource.namespaced()) {
      return new Target(resource, namespace.isEmpty() ? only : namespace);
    }
    if (!only.isEmpty() && !isAllowed(group(apiVersion), kind, name)) {
      throw new GoError(
          "lookup of cluster-scoped resource '%s/%s' is not allowed".formatted(kind, name));
    }
    return new Target(resource, "");
  }

  private boolean isAllowed(String group, String kind, String name) {
    return options.clusterScoped().stream()
        .anyMatch(
            each ->
                matches(each.group(), group)
                    && matches(each.kind(), kind)
                    && matches(each.name(), name));
  }

  private static boolean matches(String pattern, String value) {
    return pattern.equals("*") || pattern.equals(value);
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
