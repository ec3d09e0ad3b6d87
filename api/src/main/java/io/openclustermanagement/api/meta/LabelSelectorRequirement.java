package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.Atomic;
import io.openclustermanagement.api.schema.Property;
import java.util.List;

/**
 * One term of a selector over labels or claims ({@code metav1.LabelSelectorRequirement}).
 *
 * @param key the label or claim
 * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}; the API server
 *     takes any text, and the scheduler reports the others as a misconfiguration
 * @param values what {@code In} and {@code NotIn} compare with; empty for the other operators
 */
public record LabelSelectorRequirement(
    @Property(required = true) String key,
    @Property(required = true) String operator,
    @Atomic List<String> values) {

  /** The value is one of a list. */
  public static final String IN = "In";

  /** The value is none of a list, or there is no value. */
  public static final String NOT_IN = "NotIn";

  /** There is a value. */
  public static final String EXISTS = "Exists";

  /** There is no value. */
  public static final String DOES_NOT_EXIST = "DoesNotExist";

  public LabelSelectorRequirement {
    values = Copies.of(values);
  }
}
