package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.governance.Inventory;
import io.openclustermanagement.governance.ResourceKind;
import io.openclustermanagement.governance.compare.NearestChange;
import io.openclustermanagement.governance.compare.Pairing;
import io.openclustermanagement.governance.compare.Pairings;
import io.openclustermanagement.governance.compare.Strictness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains the verdict on a ConfigurationPolicy object by object. */
public final class ConfigurationPolicyExplainer {

  /** Of more objects the nearest one is not searched for. */
  private static final int MAX_CANDIDATES = 1000;

  private final Inventory inventory;
  private final ConfigurationPolicyEvaluator evaluator;
  private final DryRun dryRun;

  /**
   * @param inventory the objects of the cluster
   * @param evaluator that judges by the same inventory
   * @param dryRun what an API server would make of updates, the same as for the evaluator
   */
  public ConfigurationPolicyExplainer(
      Inventory inventory, ConfigurationPolicyEvaluator evaluator, DryRun dryRun) {
    this.inventory = inventory;
    this.evaluator = evaluator;
    this.dryRun = dryRun;
  }

  /** Why a cluster stands with a policy as it does. What enforcement would do is not yet done. */
  public PolicyExplanation explain(CompiledPolicy policy) {
    List<ObjectExplanation> objects = new ArrayList<>();
    for (ConfigurationPolicyEvaluator.Resolved each : evaluator.resolved(policy)) {
      ResourceKind kind = each.desired().kind();
      if (kind != null) {
        new Template(each, kind).explain(objects);
      }
    }
    return new PolicyExplanation(evaluator.evaluate(policy), objects);
  }

  private final class Template {
    private final int index;
    private final ObjectTemplate template;
    private final DesiredObjects desired;
    private final ResourceKind kind;

    Template(ConfigurationPolicyEvaluator.Resolved resolved, ResourceKind kind) {
      this.index = resolved.index();
      this.template = resolved.template();
      this.desired = resolved.desired();
      this.kind = kind;
    }

    void explain(List<ObjectExplanation> into) {
      for (JsonObject each : desired.objects()) {
        ObjectJudge judge =
            new ObjectJudge(template, kind, inventory, dryRun, false, desired.sensitive());
        judge.judge(each);
        judge.results().forEach(result -> into.add(explanation(each, result)));
      }
    }

    private ObjectExplanation explanation(JsonObject wanted, ObjectResult result) {
      Optional<JsonObject> existing = inventory.find(kind, result.namespace(), result.name());
      return new ObjectExplanation(
          index,
          template.complianceType().canonical().wireName(),
          result,
          isForbidden() ? List.of() : pairings(wanted, existing),
          result.compliant() ? new Remedy.Nothing() : remedy(wanted, existing));
    }

    private List<Pairing> pairings(JsonObject wanted, Optional<JsonObject> existing) {
      return ComparedObject.strictness(template) == Strictness.EXACT
          ? List.of()
          : existing.map(object -> Pairings.of(compared(wanted), object)).orElse(List.of());
    }

    /** Of the metadata only labels and annotations are compared, which have no lists. */
    private static JsonObject compared(JsonObject wanted) {
      return wanted.without("apiVersion").without("kind").without("metadata");
    }

    private Remedy remedy(JsonObject wanted, Optional<JsonObject> existing) {
      if (isForbidden()) {
        return new Remedy.Delete();
      }
      if (existing.isPresent()) {
        return change(wanted, existing.get());
      }
      return wanted.object("metadata").text("name").isPresent() ? create(wanted) : nearest(wanted);
    }

    /**
     * A template without a name is satisfied by any object: the one that is nearest, or a new one.
     */
    private Remedy nearest(JsonObject wanted) {
      String namespace = wanted.object("metadata").text("namespace").orElse("");
      return inventory.list(kind, namespace).stream()
          .limit(MAX_CANDIDATES)
          .flatMap(
              object ->
                  nearestChange(wanted, object).map(change -> Map.entry(object, change)).stream())
          .min(Comparator.comparingInt(each -> each.getValue().size()))
          .<Remedy>map(each -> new Remedy.Change(name(each.getKey()), visible(each.getValue())))
          .orElseGet(() -> create(wanted));
    }

    private Remedy change(JsonObject wanted, JsonObject existing) {
      JsonObject merged =
          ComparedObject.of(template, wanted, existing, dryRun).comparison().merged();
      if (dryRun.refusal(merged).isPresent()) {
        return new Remedy.Unknown("The policy wants fields that the kind does not have.");
      }
      return nearestChange(wanted, existing)
          .<Remedy>map(each -> new Remedy.Change(name(existing), visible(each)))
          .orElseGet(() -> new Remedy.Unknown("No change of the object is known that helps."));
    }

    private static String name(JsonObject object) {
      return object.object("metadata").text("name").orElse("");
    }

    private Remedy create(JsonObject wanted) {
      return new Remedy.Create(isCensored(wanted) ? Optional.empty() : Optional.of(wanted));
    }

    private Optional<NearestChange> nearestChange(JsonObject wanted, JsonObject existing) {
      return NearestChange.find(
          wanted,
          existing,
          ComparedObject.strictness(template),
          ComparedObject.metadataStrictness(template),
          object -> ComparedObject.of(template, wanted, object, dryRun).matches());
    }

    private NearestChange visible(NearestChange change) {
      return isCensored(template.objectDefinition()) ? change.withoutValues() : change;
    }

    private boolean isCensored(JsonObject object) {
      return ObjectDiff.isCensored(template.recordDiff(), desired.sensitive(), object);
    }

    private boolean isForbidden() {
      return template.complianceType().canonical() == ComplianceType.MUST_NOT_HAVE;
    }
  }
}
