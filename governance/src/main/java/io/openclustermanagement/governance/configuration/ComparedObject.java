package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.MetadataComplianceType;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.Difference.Rule;
import io.openclustermanagement.governance.compare.GoText;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.compare.Strictness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object compared with the one that is wanted, with the server's last word on it.
 *
 * @param comparison by the rules of the controller
 * @param error why they cannot be compared, in upstream's words; otherwise null
 * @param before the object without what changes by itself
 * @param after the same after the update that enforcement would send
 * @param asked whether the server had the last word
 * @param same what the server said: whether the update would change nothing
 */
record ComparedObject(
    ObjectComparison comparison,
    @Nullable String error,
    JsonObject before,
    JsonObject after,
    boolean asked,
    boolean same) {

  /** Maps whose keys no server fills in. */
  private static final Set<String> NEVER_DEFAULTED =
      Set.of("metadata", "data", "stringData", "binaryData", "status");

  static ComparedObject of(
      ObjectTemplate template, JsonObject desired, JsonObject existing, DryRun dryRun) {
    ObjectComparison comparison =
        ObjectComparison.compare(
            desired, existing, strictness(template), metadataStrictness(template));
    String invalid = invalidMetadata(desired);
    String error = invalid == null ? comparison.error() : invalid;
    boolean asked = error == null && (comparison.updateNeeded() || comparison.missingKey());
    if (!asked) {
      return new ComparedObject(comparison, error, existing, existing, false, true);
    }
    JsonObject before = ObjectDiff.comparable(dryRun.stored(existing));
    JsonObject after = ObjectDiff.comparable(dryRun.stored(comparison.merged()));
    return new ComparedObject(
        comparison,
        dryRun.refusal(comparison.merged()).map(why -> invalid(desired, why)).orElse(null),
        ObjectDiff.comparable(existing),
        ObjectDiff.comparable(comparison.merged()),
        true,
        before.equals(after));
  }

  private static String invalid(JsonObject desired, String why) {
    String name = desired.object("metadata").text("name").orElse("");
    return "Error validating the object %s, the error is `%s`".formatted(name, why);
  }

  /** Whether the object is as it should be. */
  boolean matches() {
    return error == null && (asked ? same : !comparison.statusDiffers());
  }

  /** Whether only the server's answer says so. */
  boolean matchesAfterDryRun() {
    return asked && matches();
  }

  /** Whether defaults that are not known could make it match. */
  boolean mayMatchAfterDefaulting(DryRun dryRun) {
    return error == null
        && !matches()
        && !dryRun.knowsAllDefaults(before)
        && comparison.differences().stream().allMatch(ComparedObject::mayBeDefaulted);
  }

  private static boolean mayBeDefaulted(Difference difference) {
    String field = difference.path().split("/", -1)[1];
    return difference.rule() == Rule.MISSING
        || (difference.rule() == Rule.SURPLUS && !NEVER_DEFAULTED.contains(field));
  }

  static Strictness strictness(ObjectTemplate template) {
    return template.complianceType().canonical() == ComplianceType.MUST_ONLY_HAVE
        ? Strictness.EXACT
        : Strictness.AT_LEAST;
  }

  static Strictness metadataStrictness(ObjectTemplate template) {
    MetadataComplianceType own = template.metadataComplianceType();
    if (own == null) {
      return strictness(template);
    }
    return own.canonical() == MetadataComplianceType.MUST_ONLY_HAVE
        ? Strictness.EXACT
        : Strictness.AT_LEAST;
  }

  /** Labels and annotations are texts; Go's client refuses anything else. */
  private static @Nullable String invalidMetadata(JsonObject desired) {
    for (String field : List.of("labels", "annotations")) {
      Optional<String> invalid =
          desired.object("metadata").object(field).fields().entrySet().stream()
              .filter(each -> !(each.getValue() instanceof JsonString))
              .findFirst()
              .map(each -> invalid(field, each));
      if (invalid.isPresent()) {
        return invalid.get();
      }
    }
    return null;
  }

  private static String invalid(String field, Map.Entry<String, JsonValue> entry) {
    return "invalid %s, error: contains non-string value in the map under key \"%s\": %s is of the type %s, expected string"
        .formatted(
            field.substring(0, field.length() - 1),
            entry.getKey(),
            GoText.of(entry.getValue()),
            GoText.type(entry.getValue()));
  }
}
