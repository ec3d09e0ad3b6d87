package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ComplianceType;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.ConfigurationPolicySpec;
import io.openclustermanagement.api.policy.CustomMessage;
import io.openclustermanagement.api.policy.EvaluationInterval;
import io.openclustermanagement.api.policy.MetadataComplianceType;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.policy.PruneObjectBehavior;
import io.openclustermanagement.api.policy.RecreateOption;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.api.policy.Severity;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.TemplateDefinition.Comparison;
import io.openclustermanagement.compiler.program.TemplateDefinition.Configuration;
import io.openclustermanagement.compiler.program.TemplateDefinition.Content;
import io.openclustermanagement.compiler.program.TemplateDefinition.Recreation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a template of a policy as a ConfigurationPolicy.
 *
 * @param pointer where in the policy it stands
 */
record ConfigurationEmitter(Findings findings, Pointers pointers, String pointer) {

  JsonObject emit(Configuration template) {
    pointers.put(pointer + "/metadata/name", template.head().objectName().origin());
    ConfigurationPolicySpec spec =
        new ConfigurationPolicySpec(
            template.mode().map(this::remediation).orElse(null),
            template.severity().map(ConfigurationEmitter::severity).orElse(null),
            message(template),
            template
                .namespaces()
                .map(
                    each ->
                        new SelectionEmitter(findings, pointers)
                            .namespaces(each, pointer + "/spec/namespaceSelector"))
                .orElse(null),
            template.interval().map(this::interval).orElse(null),
            template.mode().flatMap(Mode::prune).map(ConfigurationEmitter::prune).orElse(null),
            objects(template.content()),
            raw(template.content()));
    return JsonObject.of(
        ManifestWriter.tree(
            new ConfigurationPolicy(Emitter.metadata(null, template.metadata()), spec, null)));
  }

  private RemediationAction remediation(Mode mode) {
    pointers.put(pointer + "/spec/remediationAction", mode.origin());
    mode.prune().ifPresent(_ -> pointers.put(pointer + "/spec/pruneObjectBehavior", mode.origin()));
    return remediation(mode.remediation());
  }

  static RemediationAction remediation(Mode.Remediation remediation) {
    return switch (remediation) {
      case INFORM -> RemediationAction.INFORM;
      case ENFORCE -> RemediationAction.ENFORCE;
    };
  }

  static Severity severity(io.openclustermanagement.compiler.program.Severity severity) {
    return switch (severity) {
      case LOW -> Severity.LOW;
      case MEDIUM -> Severity.MEDIUM;
      case HIGH -> Severity.HIGH;
      case CRITICAL -> Severity.CRITICAL;
    };
  }

  private static PruneObjectBehavior prune(Mode.Prune prune) {
    return switch (prune) {
      case CREATED -> PruneObjectBehavior.DELETE_IF_CREATED;
      case ALL -> PruneObjectBehavior.DELETE_ALL;
    };
  }

  private EvaluationInterval interval(
      io.openclustermanagement.compiler.program.TemplateDefinition.Interval interval) {
    pointers.put(pointer + "/spec/evaluationInterval", interval.origin());
    String text = GoDurations.text(interval.duration());
    return new EvaluationInterval(text, text);
  }

  private @Nullable CustomMessage message(Configuration template) {
    if (template.message().isEmpty() && template.compliantMessage().isEmpty()) {
      return null;
    }
    return new CustomMessage(
        text(template.compliantMessage(), "/spec/customMessage/compliant"),
        text(template.message(), "/spec/customMessage/noncompliant"));
  }

  private @Nullable String text(Optional<Expr> message, String part) {
    if (message.isEmpty()) {
      return null;
    }
    GoTemplates templates = new GoTemplates(findings);
    pointers.put(pointer + part, message.get().origin());
    String text = templates.text(message.get());
    templates.requireClosed(text, message.get().origin().span());
    return text;
  }

  private @Nullable String raw(Content content) {
    if (content instanceof Content.Raw(var text)) {
      pointers.put(pointer + "/spec/object-templates-raw", text.origin());
      new GoTemplates(findings).requireClosed(text.text(), text.origin().span());
      return text.text();
    }
    return null;
  }

  private List<ObjectTemplate> objects(Content content) {
    List<ObjectTemplate> objects = new ArrayList<>();
    if (content instanceof Content.Objects(var templates)) {
      templates.forEach(
          each -> objects.add(object(each, pointer + "/spec/object-templates/" + objects.size())));
    }
    return objects;
  }

  private ObjectTemplate object(
      io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate written,
      String place) {
    pointers.put(place, written.origin());
    return new ObjectTemplate(
        comparison(written.comparison()),
        written.metadataExactly() ? MetadataComplianceType.MUST_ONLY_HAVE : null,
        recreation(written.recreation()),
        null,
        written
            .labels()
            .map(
                each ->
                    new SelectionEmitter(findings, pointers)
                        .labels(each, place + "/objectSelector"))
            .orElse(null),
        new ManifestEmitter(findings, pointers)
            .forPolicy(written.object(), place + "/objectDefinition"));
  }

  private static ComplianceType comparison(Comparison comparison) {
    return switch (comparison) {
      case REQUIRE -> ComplianceType.MUST_HAVE;
      case EXACTLY -> ComplianceType.MUST_ONLY_HAVE;
      case FORBID -> ComplianceType.MUST_NOT_HAVE;
    };
  }

  private static @Nullable RecreateOption recreation(Recreation recreation) {
    return switch (recreation) {
      case NONE -> null;
      case IF_REQUIRED -> RecreateOption.IF_REQUIRED;
      case ALWAYS -> RecreateOption.ALWAYS;
    };
  }
}
