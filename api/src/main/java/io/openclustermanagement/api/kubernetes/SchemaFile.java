package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Words;
import io.openclustermanagement.api.yaml.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file that describes kinds: CRDs in YAML or JSON, or an OpenAPI v3 document as an API server
 * publishes it.
 *
 * @param types the kinds, in every version
 * @param problems why some of the file could not be read, or that it describes no kind
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
    List<Problem> problems = new ArrayList<>(trees.problems());
    if (types.isEmpty() && problems.isEmpty()) {
      problems.add(nothing(file));
    }
    return new SchemaFile(types, problems);
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

  private static Problem nothing(String file) {
    String message = "`%s` describes no kind.".formatted(Words.shorten(file));
    return Problem.of(Problem.Kind.MANIFEST_KIND_MISSING, "", message)
        .withHelp("Name a file with a CustomResourceDefinition, or with an OpenAPI v3 document.")
        .at(new Position(file, 0, 0, 1, 1, 1, 1));
  }
}
