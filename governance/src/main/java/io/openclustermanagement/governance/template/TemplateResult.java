package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonValue;
import java.util.List;

/**
 * What became of a document with templates.
 *
 * @param value the document without templates
 * @param templated whether there was any template
 * @param sensitive whether a Secret was read or something was decrypted: differences must not be
 *     shown
 * @param skipped whether {@code skipObject} was called: there is nothing to compare
 * @param queries what was asked of the cluster, each question once
 */
public record TemplateResult(
    JsonValue value,
    boolean templated,
    boolean sensitive,
    boolean skipped,
    List<ObjectQuery> queries) {
  public TemplateResult {
    queries = List.copyOf(queries);
  }
}
