package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML or JSON that is no object of a Kubernetes API, such as an OpenAPI document. */
public final class TreeReader {
  private TreeReader() {}

  /**
   * What was read.
   *
   * @param documents maps, lists, texts, numbers, booleans and null, which the caller may change
   * @param problems why some of the text could not be read
   */
  public record Trees(List<@Nullable Object> documents, List<Problem> problems) {}

  /**
   * Reads a text.
   *
   * @param file the name for positions
   */
  public static Trees read(String file, String text) {
    SourceText source = new SourceText(file, text);
    NodeReader nodes = new NodeReader(source, source.parsed(), 0);
    List<@Nullable Object> documents = new ArrayList<>();
    try {
      for (YamlNode root = nodes.next();
          root != null && documents.size() < Limits.MAX_DOCUMENTS;
          root = nodes.next()) {
        documents.add(tree(root));
      }
      return new Trees(documents, List.of());
    } catch (NodeReader.Stop e) {
      return new Trees(documents, List.of(e.problem()));
    }
  }

  private static @Nullable Object tree(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping mapping -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.name(), tree(entry.value())));
        yield map;
      }
      case YamlNode.Sequence sequence -> {
        List<@Nullable Object> list = new ArrayList<>();
        sequence.items().forEach(item -> list.add(tree(item)));
        yield list;
      }
      case YamlNode.Scalar scalar -> {
        Object value = Scalars.value(scalar);
        yield value == Scalars.NULL ? null : value;
      }
    };
  }
}
