package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.ConfigurationPolicySpec;
import io.openclustermanagement.api.policy.CustomMessage;
import io.openclustermanagement.api.policy.EvaluationInterval;
import io.openclustermanagement.api.policy.MetadataComplianceType;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.policy.PruneObjectBehavior;
import io.openclustermanagement.api.policy.RecreateOption;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.TerminatingInclusion;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicyClause.Prune;
import io.openclustermanagement.dsl.syntax.PolicyClause.Remediation;
import io.openclustermanagement.dsl.syntax.PolicyClause.ResourceVerb;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a template of a policy as a block: a ConfigurationPolicy in the words of the language, and
 * anything else, or one that has something which the language cannot say, as a file that goes in as
 * it is. Go templates are texts and stay what they are.
 */
final class TemplateImport {
  private static final Pattern INTERVAL = Pattern.compile("[1-9][0-9]{0,5}[smh]");

  private final Item<?> item;
  private final PolicyTemplate template;
  private final String name;
  private final List<PolicyClause> clauses = new ArrayList<>();

  /**
   * @param item the policy
   * @param name what the block is called
   */
  TemplateImport(Item<?> item, PolicyTemplate template, String name) {
    this.item = item;
    this.template = template;
    this.name = name;
  }

  /** A block in the words of the language; empty if these do not suffice. */
  Optional<PolicyClause> structured() {
    Optional<ConfigurationPolicy> typed = configuration(template.objectDefinition());
    if (typed.isEmpty() || !waiting()) {
      return Optional.empty();
    }
    ConfigurationPolicy policy = typed.get();
    labels(policy);
    return spec(policy.spec()) ? Optional.of(block(policy.metadata().name())) : Optional.empty();
  }

  /**
   * A block around the template as an object; empty if the notation cannot say it, or only with
   * texts of several lines, which nobody could read there.
   */
  Optional<PolicyClause> object() {
    JsonObject definition = template.objectDefinition();
    Optional<Resource> resource =
        hasLines(definition) ? Optional.empty() : ResourceImport.resource(definition, null);
    return resource.filter(_ -> waiting()).map(this::asTemplate);
  }

  private static boolean hasLines(JsonValue value) {
    return switch (value) {
      case JsonObject(Map<String, JsonValue> fields) ->
          fields.values().stream().anyMatch(TemplateImport::hasLines);
      case JsonArray(List<JsonValue> items) -> items.stream().anyMatch(TemplateImport::hasLines);
      case JsonString(String text) -> text.contains("\n");
      case JsonInteger _, JsonDecimal _, JsonBoolean _, JsonNull _ -> false;
    };
  }

  /** A block around a file. */
  PolicyClause verbatim(GeneratedFile file) {
    waiting();
    return asTemplate(new Resource.FromFile(Trees.text(file.name()), Trees.NOWHERE));
  }

  private PolicyClause asTemplate(Resource resource) {
    clauses.add(
        new PolicyClause.ResourceRule(
            null,
            ResourceVerb.REQUIRE,
            resource,
            List.of(new ResourceOption.AsTemplate(Trees.NOWHERE)),
            Trees.NOWHERE));
    return clauses.size() == 1 ? clauses.getFirst() : block(name);
  }

  /** What {@link #verbatim} needs beside the source. */
  static GeneratedFile file(String name, JsonObject definition) {
    GenericObject object = new GenericObject(definition);
    return new GeneratedFile(name, ManifestWriter.yaml(object));
  }

  /** The name of a template on the clusters; empty for one without a name. */
  static String objectName(PolicyTemplate template) {
    return template.objectDefinition().object("metadata").text("name").orElse("");
  }

  private PolicyClause block(String objectName) {
    return new PolicyClause.Template(
        null, Trees.name(name), Trees.text(objectName), clauses, Trees.NOWHERE);
  }

  /**
   * A template as a typed object; empty if it is of another kind or has fields that no one knows.
   */
  static Optional<ConfigurationPolicy> configuration(JsonObject definition) {
    boolean isOne =
        definition.text("kind").filter(ConfigurationPolicy.KIND::equals).isPresent()
            && definition
                .text("apiVersion")
                .filter(ConfigurationPolicy.API_VERSION::equals)
                .isPresent();
    if (!isOne) {
      return Optional.empty();
    }
    var read = ManifestReader.read("", JsonWriter.line(definition.toTree()));
    return read.problems().isEmpty()
            && read.documents().getFirst() instanceof Document.Typed(var object, _)
            && object instanceof ConfigurationPolicy policy
            && policy.metadata().namespace() == null
            && policy.metadata().finalizers().isEmpty()
            && policy.status() == null
        ? Optional.of(policy)
        : Optional.empty();
  }

  // Dependencies.

  private boolean waiting() {
    for (PolicyDependency each : template.extraDependencies()) {
      Optional<PolicyClause> clause = after(each);
      clause.ifPresent(clauses::add);
      if (clause.isEmpty()) {
        return false;
      }
    }
    if (Boolean.TRUE.equals(template.ignorePending())) {
      clauses.add(new PolicyClause.IgnorePending(Trees.NOWHERE));
    }
    return true;
  }

  /** What something waits for. */
  static Optional<PolicyClause> after(PolicyDependency dependency) {
    JsonObject identity =
        JsonObject.EMPTY
            .with("apiVersion", new JsonString(dependency.apiVersion()))
            .with("kind", new JsonString(dependency.kind()));
    String namespace = dependency.namespace();
    Optional<KindName> kind = ResourceImport.kind(identity);
    return kind.map(
        each ->
            new PolicyClause.AfterObject(
                each,
                Trees.text(dependency.name()),
                namespace == null || namespace.isEmpty() ? null : Trees.text(namespace),
                Trees.name(dependency.compliance().wireName()),
                Trees.NOWHERE));
  }

  // The ConfigurationPolicy.

  private void labels(ConfigurationPolicy policy) {
    if (!policy.metadata().labels().isEmpty()) {
      clauses.add(
          new PolicyClause.Labels(Trees.strings(policy.metadata().labels()), Trees.NOWHERE));
    }
    if (!policy.metadata().annotations().isEmpty()) {
      clauses.add(
          new PolicyClause.Annotations(
              Trees.strings(policy.metadata().annotations()), Trees.NOWHERE));
    }
  }

  private boolean spec(ConfigurationPolicySpec spec) {
    if (spec.severity() != null) {
      clauses.add(
          new PolicyClause.Severity(
              Trees.name(spec.severity().canonical().wireName()), Trees.NOWHERE));
    }
    clauses.add(mode(spec));
    return interval(spec.evaluationInterval())
        && namespaces(spec.namespaceSelector())
        && content(spec);
  }

  /** A clause says one interval, for templates that are compliant and for those that are not. */
  private boolean interval(@Nullable EvaluationInterval interval) {
    if (interval == null) {
      return true;
    }
    String text = Objects.requireNonNullElse(interval.compliant(), "");
    boolean one = text.equals(interval.noncompliant()) && INTERVAL.matcher(text).matches();
    if (one) {
      clauses.add(
          new PolicyClause.EvaluateEvery(Trees.literal(LiteralKind.UNIT, text), Trees.NOWHERE));
    }
    return one;
  }

  private static PolicyClause mode(ConfigurationPolicySpec spec) {
    boolean enforces =
        spec.remediationAction() != null
            && spec.remediationAction().canonical() == RemediationAction.ENFORCE;
    PruneObjectBehavior behavior = spec.pruneObjectBehavior();
    Prune prune =
        behavior == PruneObjectBehavior.DELETE_ALL
            ? Prune.ALL
            : behavior == PruneObjectBehavior.DELETE_IF_CREATED ? Prune.CREATED : null;
    return new PolicyClause.Mode(
        enforces ? Remediation.ENFORCE : Remediation.INFORM, prune, Trees.NOWHERE);
  }

  private boolean namespaces(@Nullable NamespaceSelector selector) {
    if (selector == null) {
      return true;
    }
    TerminatingInclusion inclusion = selector.terminatingInclusion();
    if (inclusion != null && inclusion != TerminatingInclusion.DEFAULT) {
      return false;
    }
    Optional<LabelMatch> labels =
        match(new LabelSelector(selector.matchExpressions(), selector.matchLabels()));
    boolean hasLabels = !selector.matchExpressions().isEmpty() || !selector.matchLabels().isEmpty();
    if (hasLabels && labels.isEmpty()) {
      return false;
    }
    clauses.add(
        new PolicyClause.InNamespaces(
            new NamespaceScope(
                Trees.texts(selector.include()),
                selector.exclude().isEmpty() ? null : Trees.texts(selector.exclude()),
                labels.orElse(null),
                Trees.NOWHERE),
            Trees.NOWHERE));
    return true;
  }

  /** A selector over labels; empty for one that has no terms or that upstream would refuse. */
  private Optional<LabelMatch> match(LabelSelector selector) {
    if (selector.matchExpressions().isEmpty()) {
      return Optional.ofNullable(ResourceImport.equal(selector.matchLabels()));
    }
    Reasons reasons = new Reasons(item);
    List<Expression> tests = new SelectorImport(reasons).labels(selector, "/spec");
    return reasons.isEmpty()
        ? Optional.of(new LabelMatch.Where(Trees.and(tests), Trees.NOWHERE))
        : Optional.empty();
  }

  private boolean content(ConfigurationPolicySpec spec) {
    String raw = spec.objectTemplatesRaw();
    if (raw != null) {
      Optional<Expression.Fence> fence = Trees.fence(raw);
      fence.ifPresent(each -> clauses.add(new PolicyClause.Raw(each, Trees.NOWHERE)));
      return fence.isPresent() && spec.customMessage() == null;
    }
    List<ResourceOption> messages = messages(spec.customMessage());
    for (ObjectTemplate each : spec.objectTemplates()) {
      Optional<PolicyClause> clause = object(each, messages);
      if (clause.isEmpty()) {
        return false;
      }
      clauses.add(clause.get());
      messages = List.of();
    }
    return true;
  }

  private static List<ResourceOption> messages(@Nullable CustomMessage message) {
    List<ResourceOption> options = new ArrayList<>();
    if (message != null && message.noncompliant() != null) {
      options.add(new ResourceOption.Message(Trees.text(message.noncompliant()), Trees.NOWHERE));
    }
    if (message != null && message.compliant() != null) {
      options.add(
          new ResourceOption.CompliantMessage(Trees.text(message.compliant()), Trees.NOWHERE));
    }
    return options;
  }

  private Optional<PolicyClause> object(ObjectTemplate object, List<ResourceOption> messages) {
    LabelSelector selector = object.objectSelector();
    Optional<LabelMatch> labelled = selector == null ? Optional.empty() : match(selector);
    boolean unsayable = object.recordDiff() != null || (selector != null && labelled.isEmpty());
    List<ResourceOption> options = new ArrayList<>(messages);
    if (unsayable || !metadata(object, options)) {
      return Optional.empty();
    }
    if (object.recreateOption() == RecreateOption.IF_REQUIRED) {
      options.add(new ResourceOption.RecreateIfRequired(Trees.NOWHERE));
    } else if (object.recreateOption() == RecreateOption.ALWAYS) {
      options.add(new ResourceOption.RecreateAlways(Trees.NOWHERE));
    }
    return ResourceImport.resource(object.objectDefinition(), labelled.orElse(null))
        .map(
            resource ->
                new PolicyClause.ResourceRule(
                    null, verb(object.complianceType()), resource, options, Trees.NOWHERE));
  }

  /** Adds what is said of labels and annotations; false if it cannot be said. */
  private static boolean metadata(ObjectTemplate object, List<ResourceOption> options) {
    MetadataComplianceType metadata = object.metadataComplianceType();
    if (metadata == null || isUsual(metadata, object.complianceType())) {
      return true;
    }
    boolean exactly = metadata.canonical() == MetadataComplianceType.MUST_ONLY_HAVE;
    if (exactly) {
      options.add(new ResourceOption.MetadataExactly(Trees.NOWHERE));
    }
    return exactly;
  }

  /** Whether labels and annotations are compared like the rest. */
  static boolean isUsual(MetadataComplianceType metadata, ComplianceType type) {
    return metadata
        .wireName()
        .toLowerCase(Locale.ROOT)
        .equals(type.wireName().toLowerCase(Locale.ROOT));
  }

  private static ResourceVerb verb(ComplianceType type) {
    return switch (type.canonical()) {
      case MUST_HAVE -> ResourceVerb.REQUIRE;
      case MUST_ONLY_HAVE -> ResourceVerb.EXACTLY;
      default -> ResourceVerb.FORBID;
    };
  }
}
