package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.yaml.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file that describes kinds: CRDs in YAML or JSON, or an OpenAPI v3 document as an API server
 * publishes it.
 *
 * @param types the kinds, in every version; none if the file describes something else
 * @param problems why some of the file could not be read
 */
public record SchemaFile(List<ResourceType> types, List<Problem> problems) {

  public SchemaFile {
    types = List.copyOf(types);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the text of a file; objects of other kinds are skipped.
   *
   * @param file the name for positions
   */
  public static SchemaFile read(String file, String text) {
    TreeReader.Trees trees = TreeReader.read(file, text);
    List<ResourceType> types = new ArrayList<>();
    trees.documents().forEach(document -> types.addAll(types(SchemaReader.map(document))));
    return new SchemaFile(types, trees.problems());
  }

  private static List<ResourceType> types(Map<String, Object> document) {
    if (CrdReader.isCrd(document)) {
      return CrdReader.read(document);
    }
    if (OpenApiReader.isOpenApi(document)) {
      return OpenApiReader.read(List.of(document));
    }
    return document.get("items") instanceof List<?> items
        ? items.stream().flatMap(item -> types(SchemaReader.map(item)).stream()).toList()
        : List.of();
  }
}
