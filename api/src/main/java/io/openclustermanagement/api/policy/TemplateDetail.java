package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.meta.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a template on a cluster.
 *
 * @param templateMeta the metadata of the template, with its name
 * @param compliant the state; absent while it is unknown
 * @param history the last messages, newest first
 */
public record TemplateDetail(
    @Nullable JsonObject templateMeta,
    @Nullable ComplianceState compliant,
    List<PolicyHistoryEntry> history) {
  public TemplateDetail {
    history = Copies.of(history);
  }
}
