package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.meta.JsonValue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field of a struct.
 *
 * @param required whether the API server refuses an object without it
 * @param filled whether an object that the API server returns always has it, because it is required
 *     or has a default
 * @param nullable whether {@code null} is a value, otherwise it means that the field is absent
 * @param defaultValue what the API server fills in; null for nothing, and for the zero values of Go
 *     ({@code ""}, {@code 0}, {@code false}, {@code {}}), which say nothing
 * @param documentation gives the first sentence of the description
 */
public record StructField(
    String name,
    StructuralType type,
    boolean required,
    boolean filled,
    boolean nullable,
    @Nullable JsonValue defaultValue,
    Supplier<String> documentation) {

  /** The first sentence of its description; empty if it has none. */
  public String description() {
    return documentation.get();
  }
}
