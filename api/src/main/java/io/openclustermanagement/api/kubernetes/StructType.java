package io.openclustermanagement.api.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object with known fields. The fields are worked out when first asked for, so that a kind costs
 * only what is looked at, and structs may contain themselves. Two of them are equal if they are the
 * same one.
 */
public final class StructType implements StructuralType {
  private final String name;
  private final boolean open;
  private final Supplier<List<StructField>> source;
  private volatile @Nullable Map<String, StructField> fields;

  /**
   * @param name what the type is called, such as {@code Container}; for a nameless one of a CRD the
   *     kind and the path, such as {@code Issuer.spec.acme}
   * @param open whether fields that are not described are kept ({@code
   *     x-kubernetes-preserve-unknown-fields})
   * @param source the fields in order
   */
  public StructType(String name, boolean open, Supplier<List<StructField>> source) {
    this.name = name;
    this.open = open;
    this.source = source;
  }

  /** What the type is called. */
  public String name() {
    return name;
  }

  /** Whether fields that are not described are kept. */
  public boolean open() {
    return open;
  }

  /** The fields in the order of their description. */
  public List<StructField> fields() {
    return List.copyOf(byName().values());
  }

  /** The names of the fields. */
  public Set<String> fieldNames() {
    return byName().keySet();
  }

  /** A field, or null. */
  public @Nullable StructField field(String field) {
    return byName().get(field);
  }

  @Override
  public String noun() {
    return "an object";
  }

  @Override
  public String toString() {
    return name;
  }

  private Map<String, StructField> byName() {
    Map<String, StructField> known = fields;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (StructField field : source.get()) {
        known.put(field.name(), field);
      }
      fields = known;
    }
    return known;
  }
}
