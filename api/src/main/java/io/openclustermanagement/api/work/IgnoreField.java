package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an object that others may set.
 *
 * @param condition from when on
 * @param jsonPaths as JSON paths
 * @param jsonPointers as JSON pointers
 * @param jqPathExpressions as paths of jq
 */
public record IgnoreField(
    @Property(required = true, defaultJson = "\"OnSpokePresent\"")
        @Nullable IgnoreFieldsCondition condition,
    List<String> jsonPaths,
    List<String> jsonPointers,
    List<String> jqPathExpressions) {
  public IgnoreField {
    jsonPaths = Copies.of(jsonPaths);
    jsonPointers = Copies.of(jsonPointers);
    jqPathExpressions = Copies.of(jqPathExpressions);
  }
}
