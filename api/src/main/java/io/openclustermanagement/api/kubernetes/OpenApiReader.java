package io.openclustermanagement.api.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the kinds of OpenAPI v3 documents as API servers publish them below {@code /openapi/v3}:
 * names and scope from the paths at which objects are created, fields from the schemas.
 */
public final class OpenApiReader {
  private static final Pattern COLLECTION =
      Pattern.compile("/apis?/(?:[^/{}]+/)?[^/{}]+/(namespaces/\\{namespace}/)?([^/{}]+)");
  private static final String GROUP_VERSION_KIND = "x-kubernetes-group-version-kind";

  private OpenApiReader() {}

  /** Whether a document is one. */
  public static boolean isOpenApi(Map<String, Object> document) {
    return document.get("openapi") instanceof String version && version.startsWith("3");
  }

  /**
   * The kinds of several documents that share their schemas.
   *
   * @param documents trees of maps, lists and scalars
   */
  public static List<ResourceType> read(List<Map<String, Object>> documents) {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Map<String, Object> document : documents) {
      SchemaReader.map(SchemaReader.map(document.get("components")).get("schemas"))
          .forEach(definitions::putIfAbsent);
    }
    SchemaReader schemas = new SchemaReader(definitions);
    Map<Name, String> roots = roots(definitions);
    List<ResourceType> types = new ArrayList<>();
    for (Map<String, Object> document : documents) {
      SchemaReader.map(document.get("paths"))
          .forEach((path, item) -> add(path, SchemaReader.map(item), roots, schemas, types));
    }
    return types;
  }

  private record Name(String group, String version, String kind) {
    static Name of(Object tree) {
      Map<String, Object> map = SchemaReader.map(tree);
      return new Name(
          String.valueOf(map.get("group")),
          String.valueOf(map.get("version")),
          String.valueOf(map.get("kind")));
    }
  }

  private static void add(
      String path,
      Map<String, Object> item,
      Map<Name, String> roots,
      SchemaReader schemas,
      List<ResourceType> types) {
    Matcher matcher = COLLECTION.matcher(path);
    Map<String, Object> create = SchemaReader.map(item.get("post"));
    Object named = create.get(GROUP_VERSION_KIND);
    if (named == null || !matcher.matches()) {
      return;
    }
    Name name = Name.of(named);
    String root = roots.get(name);
    if (root != null && schemas.definition(root) instanceof StructType struct) {
      types.add(
          new ResourceType(
              name.group(),
              name.version(),
              name.kind(),
              matcher.group(2),
              matcher.group(1) != null,
              struct));
    }
  }

  private static Map<Name, String> roots(Map<String, Object> definitions) {
    Map<Name, String> roots = new LinkedHashMap<>();
    definitions.forEach(
        (name, schema) -> {
          if (SchemaReader.map(schema).get(GROUP_VERSION_KIND) instanceof List<?> kinds
              && kinds.size() == 1) {
            roots.put(Name.of(kinds.getFirst()), name);
          }
        });
    return roots;
  }
}
