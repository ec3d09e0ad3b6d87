package io.openclustermanagement.api.schema;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param name the name in manifests
 * @param index the index of the record component
 * @param schema the type
 * @param required whether the field has to be there
 * @param nullable whether the schema allows an explicit {@code null}
 * @param mayBeNull whether the record can be built without the value, though it may be required
 * @param defaultJson the value of an absent field as JSON, empty for none
 * @param accessor reads the component
 */
public record Field(
    String name,
    int index,
    Schema schema,
    boolean required,
    boolean nullable,
    boolean mayBeNull,
    String defaultJson,
    Method accessor) {

  /** Whether the API server fills the field in when it is absent. */
  public boolean hasDefault() {
    return !defaultJson.isEmpty();
  }

  /** The value in a record. */
  public @Nullable Object get(Record owner) {
    try {
      return accessor.invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
