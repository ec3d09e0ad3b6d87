package io.openclustermanagement.api.schema;

import java.util.List;
import java.util.Locale;

/**
 * A kind of the API with its schema.
 *
 * @param kind the name of the kind
 * @param meta what its annotation says
 * @param root the fields of the object, {@code apiVersion} and {@code kind} excepted
 */
public record KindSchema(String kind, Kind meta, Schema.ObjectType root) {

  /** Group and version. */
  public String apiVersion() {
    return meta.group() + "/" + meta.version();
  }

  /** The name of a single object in URLs. */
  public String singular() {
    return kind.toLowerCase(Locale.ROOT);
  }

  /** The kind of a list of such objects. */
  public String listKind() {
    return kind + "List";
  }

  /** The abbreviations that {@code kubectl} takes. */
  public List<String> shortNames() {
    return List.of(meta.shortNames());
  }
}
