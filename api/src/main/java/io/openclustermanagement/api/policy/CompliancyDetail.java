package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one object template.
 *
 * @param compliant the state
 * @param validity whether the template can be used
 * @param conditions what was found
 */
public record CompliancyDetail(
    @Property(name = "Compliant") @Nullable TemplateComplianceState compliant,
    @Property(name = "Validity") @Nullable TemplateValidity validity,
    List<TemplateCondition> conditions) {
  public CompliancyDetail {
    conditions = Copies.of(conditions);
  }
}
