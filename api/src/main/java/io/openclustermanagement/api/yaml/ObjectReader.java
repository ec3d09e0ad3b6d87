package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.KindSchema;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import io.openclustermanagement.api.schema.Suggestions;
import io.openclustermanagement.api.schema.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what kind of object a document is, unpacks lists, and reads the objects. */
final class ObjectReader {
  private static final String API_VERSION = "apiVersion";
  private static final String KIND = "kind";
  private static final String LIST = "List";

  /**
   * So many letters of a group may be a slip of the finger; other groups have kinds of that name.
   */
  private static final int SLIP = 3;

  private final SourceText source;
  private final List<Document> documents;
  private final List<Problem> problems;
  private final Binder binder;
  private final boolean typed;

  /**
   * @param typed whether objects of kinds that have a record become records
   */
  ObjectReader(SourceText source, List<Document> documents, List<Problem> problems, boolean typed) {
    this.typed = typed;
    this.source = source;
    this.documents = documents;
    this.problems = problems;
    this.binder = new Binder(source, problems);
  }

  /** Group, version and kind that the list of an object gives it. */
  private record Inherited(@Nullable String apiVersion, @Nullable String kind) {}

  /** Reads a document; an empty one is skipped. */
  void document(YamlNode root, boolean keepNodes) {
    boolean empty = root instanceof YamlNode.Scalar scalar && Scalars.value(scalar) == Scalars.NULL;
    if (!empty) {
      object(root, new Inherited(null, null), keepNodes);
    }
  }

  private void object(YamlNode root, Inherited inherited, boolean keepNodes) {
    if (!(root instanceof YamlNode.Mapping map)) {
      String what = FieldMessages.found(root);
      problems.add(
          Problem.of(Kind.MANIFEST_NOT_AN_OBJECT, "", "This is " + what + ", not an object.")
              .withHelp("Write an object with `apiVersion`, `kind` and `metadata`.")
              .at(source.firstLine(root.start(), root.end())));
      return;
    }
    String apiVersion = name(map, API_VERSION, inherited.apiVersion());
    String kind = name(map, KIND, inherited.kind());
    if (apiVersion == null || kind == null) {
      return;
    }
    if (kind.endsWith(LIST) && map.get("items") instanceof YamlNode.Sequence items) {
      list(apiVersion, kind, items, keepNodes);
    } else {
      object(apiVersion, kind, map, keepNodes);
    }
  }

  private void list(String apiVersion, String kind, YamlNode.Sequence items, boolean keepNodes) {
    Inherited inherited =
        kind.equals(LIST)
            ? new Inherited(null, null)
            : new Inherited(apiVersion, kind.substring(0, kind.length() - LIST.length()));
    for (YamlNode item : items.items()) {
      object(item, inherited, keepNodes);
    }
  }

  private void object(String apiVersion, String kind, YamlNode.Mapping map, boolean keepNodes) {
    KindSchema schema = typed ? Kinds.named(Kinds.group(apiVersion), kind) : null;
    Positions positions = new Positions(source, map, keepNodes);
    if (schema != null && apiVersion.equals(schema.apiVersion())) {
      KubernetesObject object = binder.object(schema, map);
      if (object != null) {
        documents.add(new Document.Typed(object, positions));
      }
      return;
    }
    Problem problem = typed ? mistaken(apiVersion, kind, schema, map) : null;
    if (problem != null) {
      problems.add(problem);
    } else {
      JsonObject content = binder.json(map, FieldPath.ROOT);
      documents.add(new Document.Foreign(object(content, apiVersion, kind), positions));
    }
  }

  /** An item of a typed list need not repeat what the list says. */
  private static GenericObject object(JsonObject content, String apiVersion, String kind) {
    return GenericObject.of(content)
        .orElseGet(
            () -> {
              Map<String, JsonValue> fields = new LinkedHashMap<>();
              fields.put(API_VERSION, new JsonString(apiVersion));
              fields.put(KIND, new JsonString(kind));
              content.fields().forEach(fields::putIfAbsent);
              return new GenericObject(new JsonObject(fields));
            });
  }

  /** What is wrong with group, version or kind, if it was meant to be one of ours. */
  private @Nullable Problem mistaken(
      String apiVersion, String kind, @Nullable KindSchema schema, YamlNode.Mapping map) {
    String group = Kinds.group(apiVersion);
    if (schema == null) {
      return Kinds.isOurs(group) ? unknownKind(group, kind, map) : null;
    }
    if (Kinds.isOurs(group)) {
      String version = apiVersion.substring(group.length() + 1);
      return wrongVersion("%s has no version %s.", kind, version, schema, map);
    }
    boolean slip = Suggestions.distance(group, schema.meta().group()) <= SLIP;
    return slip ? wrongVersion("%s is not in the group %s.", kind, group, schema, map) : null;
  }

  private @Nullable Problem unknownKind(String group, String kind, YamlNode.Mapping map) {
    String near = Kinds.nearest(group, kind).orElse(null);
    if (near == null) {
      return null;
    }
    String message = "The group `%s` has no kind %s.";
    return Problem.of(
            Kind.MANIFEST_KIND_UNKNOWN, "/kind", message.formatted(group, Words.quote(kind)))
        .withHelp("Write `" + near + "`.")
        .withFound(kind)
        .withWanted(List.of(near))
        .at(source.firstLine(at(map, KIND).start(), at(map, KIND).end()));
  }

  private Problem wrongVersion(
      String message, String kind, String found, KindSchema schema, YamlNode.Mapping map) {
    YamlNode where = at(map, API_VERSION);
    return Problem.of(
            Kind.MANIFEST_VERSION_UNKNOWN,
            "/apiVersion",
            message.formatted(kind, Words.quote(found)))
        .withHelp("Write `" + schema.apiVersion() + "`.")
        .withFound(found)
        .withWanted(List.of(schema.apiVersion()))
        .at(source.firstLine(where.start(), where.end()));
  }

  private static YamlNode at(YamlNode.Mapping map, String field) {
    YamlNode value = map.get(field);
    return value == null ? map : value;
  }

  /** The text of {@code apiVersion} or {@code kind}; reports one that is missing or no text. */
  private @Nullable String name(YamlNode.Mapping map, String field, @Nullable String inherited) {
    YamlNode value = map.get(field);
    if (value == null && inherited != null) {
      return inherited;
    }
    if (value instanceof YamlNode.Scalar scalar
        && Scalars.value(scalar) instanceof String text
        && !text.isEmpty()) {
      return text;
    }
    YamlNode where =
        value != null ? value : map.entries().isEmpty() ? map : map.entries().getFirst().key();
    problems.add(
        Problem.of(Kind.MANIFEST_KIND_MISSING, "/" + field, missing(value, field))
            .withHelp("Add a line such as `" + example(field) + "`.")
            .at(source.firstLine(where.start(), where.end())));
    return null;
  }

  private static String missing(@Nullable YamlNode value, String field) {
    return value == null
        ? "This object has no `%s`.".formatted(field)
        : "`%s` is %s, but takes a text.".formatted(field, FieldMessages.found(value));
  }

  private static String example(String field) {
    return field.equals(KIND)
        ? "kind: Placement"
        : "apiVersion: cluster.open-cluster-management.io/v1beta1";
  }
}
