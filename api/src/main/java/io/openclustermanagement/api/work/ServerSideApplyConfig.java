package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The details of server-side apply.
 *
 * @param force whether fields of other managers are taken over
 * @param fieldManager the name of the manager
 * @param ignoreFields fields that others may set
 */
public record ServerSideApplyConfig(
    @Nullable Boolean force,
    @Property(defaultJson = "\"work-agent\"", pattern = Patterns.WORK_AGENT)
        @Nullable String fieldManager,
    @Property(listMapKeys = "condition") List<IgnoreField> ignoreFields) {
  public ServerSideApplyConfig {
    ignoreFields = Copies.of(ignoreFields);
  }
}
