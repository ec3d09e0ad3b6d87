package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.JsonItems;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a constraint says of Gatekeeper's last audit ({@code
 * controllers/gatekeepersync} of the governance-policy-framework-addon).
 */
record AuditStatus(boolean compliant, String message) {
  static final String NO_VIOLATIONS = "The constraint has no violations";

  /** The results in a constraint; empty if no audit has been made. */
  static Optional<AuditStatus> of(JsonObject constraint) {
    JsonObject status = constraint.object("status");
    if (!(status.get("totalViolations") instanceof JsonInteger)) {
      return Optional.empty();
    }
    @Nullable JsonValue violations = status.get("violations");
    if (violations != null && !(violations instanceof JsonArray)) {
      return Optional.of(new AuditStatus(false, "The constraint status is invalid"));
    }
    String texts =
        JsonItems.objects(status, "violations").stream()
            .map(AuditStatus::text)
            .collect(Collectors.joining("; "));
    boolean none = violations == null || violations.equals(JsonArray.EMPTY);
    return Optional.of(new AuditStatus(none, none ? NO_VIOLATIONS : texts));
  }

  private static String text(JsonObject violation) {
    String namespace = violation.text("namespace").map(name -> name + "/").orElse("");
    return "%s - %s (on %s %s%s)"
        .formatted(
            violation.text("enforcementAction").orElse("%!s(<nil>)"),
            violation.text("message").orElse("%!s(<nil>)"),
            violation.text("kind").orElse("%!s(<nil>)"),
            namespace,
            violation.text("name").orElse(""));
  }
}
