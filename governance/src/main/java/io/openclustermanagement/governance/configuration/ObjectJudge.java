package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.policy.RecreateOption;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.compare.Difference;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.configuration.Finding.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict on the object or objects that one desired object is about ({@code handleObjects} and
 * {@code checkAndUpdateResource} in {@code controllers/configurationpolicy_controller.go}).
 */
final class ObjectJudge {

  private final ObjectTemplate template;
  private final ResourceKind kind;
  private final Inventory inventory;
  private final DryRun dryRun;
  private final boolean enforce;
  private final boolean sensitive;
  private final List<ObjectResult> results = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param dryRun what an API server would make of an update
   * @param enforce whether what is wrong is put right
   * @param sensitive whether differences must not be shown
   */
  ObjectJudge(
      ObjectTemplate template,
      ResourceKind kind,
      Inventory inventory,
      DryRun dryRun,
      boolean enforce,
      boolean sensitive) {
    this.template = template;
    this.kind = kind;
    this.inventory = inventory;
    this.dryRun = dryRun;
    this.enforce = enforce;
    this.sensitive = sensitive;
  }

  /** What was found, one for each object judged so far. */
  List<Finding> findings() {
    return findings;
  }

  /** The objects judged so far. */
  List<ObjectResult> results() {
    return results;
  }

  void judge(JsonObject desired) {
    Optional<String> name = desired.object("metadata").text("name");
    if (name.isPresent()) {
      judgeOne(desired, name.get(), enforce);
    } else {
      judgeUnnamed(desired);
    }
  }

  /** A template without a name is about all objects like it, and never enforced. */
  private void judgeUnnamed(JsonObject desired) {
    List<JsonObject> all = inventory.list(kind, namespace(desired));
    List<String> alike =
        all.stream()
            .filter(
                object ->
                    ObjectComparison.matches(desired, object, ComparedObject.strictness(template)))
            .map(object -> object.object("metadata").text("name").orElse(""))
            .toList();
    if (alike.size() == 1) {
      judgeOne(desired, alike.getFirst(), false);
      return;
    }
    boolean exists = !alike.isEmpty();
    String reason =
        isForbidden()
            ? exists ? Reasons.FORBIDDEN : Reasons.ABSENT
            : exists ? Reasons.FOUND : all.isEmpty() ? Reasons.NOT_FOUND : Reasons.NO_MATCH;
    Event event = new Event(exists != isForbidden(), reason, "");
    findings.add(new Finding(namespace(desired), alike, List.of(event)));
    List<String> named = exists ? alike : List.of("-");
    named.forEach(name -> results.add(plain(desired, name, event)));
  }

  private void judgeOne(JsonObject desired, String name, boolean remedy) {
    Optional<JsonObject> existing = inventory.find(kind, namespace(desired), name);
    if (isForbidden()) {
      String found = remedy ? Reasons.DELETED : Reasons.FORBIDDEN;
      boolean compliant = existing.isEmpty() || remedy;
      add(desired, name, new Event(compliant, existing.isEmpty() ? Reasons.ABSENT : found, ""));
    } else if (existing.isEmpty()) {
      missing(desired, name, remedy);
    } else {
      compare(desired, existing.get(), name, remedy);
    }
  }

  private void missing(JsonObject desired, String name, boolean remedy) {
    List<Event> events = new ArrayList<>(List.of(new Event(false, Reasons.NOT_FOUND, "")));
    if (remedy) {
      events.add(created(desired, name));
    }
    findings.add(new Finding(namespace(desired), List.of(name), events));
    results.add(
        result(
            desired,
            name,
            events.getLast(),
            ObjectDiff.NONE,
            false,
            false,
            Optional.of(desired),
            List.of()));
  }

  private Event created(JsonObject desired, String name) {
    if (template.objectDefinition().get("status") == null) {
      return new Event(true, Reasons.CREATED, "");
    }
    return new Event(
        false,
        Reasons.CREATED + ", status unchecked",
        "%s [%s]%s was created successfully, the status of the object will be verified in the next evaluation"
            .formatted(kind.plural(), name, inNamespace(desired)));
  }

  private String inNamespace(JsonObject desired) {
    return kind.namespaced() ? " in namespace " + namespace(desired) : "";
  }

  private void compare(JsonObject desired, JsonObject existing, String name, boolean remedy) {
    ComparedObject compared = ComparedObject.of(template, desired, existing, dryRun);
    if (compared.error() != null) {
      failed(desired, name, compared);
      return;
    }
    boolean matches = compared.matches();
    boolean update = compared.asked() && !matches;
    boolean refused = update && isUpdateRefused(compared);
    List<Event> events =
        refused && remedy
            ? List.of(new Event(false, Reasons.NO_MATCH, ""), immutable(desired, name))
            : events(compared.comparison(), matches, update && remedy);
    findings.add(new Finding(namespace(desired), List.of(name), events));
    results.add(
        result(
            desired,
            name,
            events.getLast(),
            matches
                ? ObjectDiff.NONE
                : ObjectDiff.of(
                    template.recordDiff(), sensitive, desired, compared.before(), compared.after()),
            compared.matchesAfterDryRun(),
            compared.mayMatchAfterDefaulting(dryRun),
            matches ? Optional.empty() : Optional.of(compared.comparison().merged()),
            matches ? List.of() : compared.comparison().differences()));
  }

  private void failed(JsonObject desired, String name, ComparedObject compared) {
    Event noMatch = new Event(false, Reasons.NO_MATCH, "");
    Event failure =
        new Event(false, Reasons.UPDATE_ERROR, Objects.requireNonNull(compared.error()));
    findings.add(new Finding(namespace(desired), List.of(name), List.of(noMatch, failure)));
    results.add(
        result(
            desired,
            name,
            failure,
            ObjectDiff.NONE,
            false,
            false,
            Optional.empty(),
            compared.comparison().differences()));
  }

  /** Whether an update is not possible, and the object must not be created anew. */
  private boolean isUpdateRefused(ComparedObject compared) {
    RecreateOption option = template.recreateOption();
    return (option == null || option == RecreateOption.NONE)
        && dryRun.isImmutable(compared.before(), compared.after());
  }

  private Event immutable(JsonObject desired, String name) {
    return new Event(
        false,
        Reasons.UPDATE_ERROR,
        "%s [%s]%s cannot be updated, likely due to immutable fields not matching, you may set spec[\"object-templates\"][].recreateOption to recreate the object"
            .formatted(kind.plural(), name, inNamespace(desired)));
  }

  private static List<Event> events(ObjectComparison comparison, boolean matches, boolean updated) {
    if (matches) {
      return List.of(new Event(true, Reasons.FOUND, ""));
    }
    Event noMatch = new Event(false, Reasons.NO_MATCH, "");
    if (!updated) {
      return List.of(noMatch);
    }
    Event last = comparison.statusDiffers() ? noMatch : new Event(true, Reasons.UPDATED, "");
    return comparison.updateNeeded() ? List.of(noMatch, last) : List.of(last);
  }

  private void add(JsonObject desired, String name, Event event) {
    findings.add(new Finding(namespace(desired), List.of(name), List.of(event)));
    results.add(plain(desired, name, event));
  }

  private ObjectResult plain(JsonObject desired, String name, Event event) {
    return result(desired, name, event, ObjectDiff.NONE, false, false, Optional.empty(), List.of());
  }

  private ObjectResult result(
      JsonObject desired,
      String name,
      Event event,
      ObjectDiff change,
      boolean matchesAfterDryRun,
      boolean mayMatchAfterDefaulting,
      Optional<JsonObject> wanted,
      List<Difference> differences) {
    boolean censored = ObjectDiff.isCensored(template.recordDiff(), sensitive, desired);
    return new ObjectResult(
        desired.text("apiVersion").orElse(""),
        desired.text("kind").orElse(""),
        kind.namespaced() ? namespace(desired) : "",
        name,
        event.compliant(),
        event.reason(),
        change,
        matchesAfterDryRun,
        mayMatchAfterDefaulting,
        censored ? Optional.empty() : wanted,
        censored ? differences.stream().map(Difference::withoutValues).toList() : differences);
  }

  private static String namespace(JsonObject desired) {
    return desired.object("metadata").text("namespace").orElse("");
  }

  private boolean isForbidden() {
    return template.complianceType().canonical() == ComplianceType.MUST_NOT_HAVE;
  }
}
