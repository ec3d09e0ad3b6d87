package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.compiler.program.Dependency;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.Prohibition;
import io.openclustermanagement.compiler.program.RegoDefinition;
import io.openclustermanagement.compiler.program.RuleDefinition;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.TemplateDefinition.Head;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The templates of rules: {@code rule}, {@code rego}, and {@code forbid} with a condition. */
final class RuleTemplates {

  private final Context context;
  private final TemplateNames names;

  RuleTemplates(Context context, TemplateNames names) {
    this.context = context;
    this.names = names;
  }

  /** The template of a rule; empty after a report. */
  Optional<TemplateDefinition> rule(PolicyClause.Rule written, PolicySettings settings) {
    Located name = names.of(new Located(written.name().text(), written.name().at()));
    Optional<RuleDefinition> rule = new RuleChecker(context).check(written);
    settings.mode().ifPresent(mode -> requireFix(written, mode));
    return rule.map(
        found ->
            template(
                head(Optional.of(written.name()), name, settings, found.origin()),
                found,
                settings));
  }

  private static TemplateDefinition template(
      Head head, RuleDefinition rule, PolicySettings settings) {
    return new TemplateDefinition.Rule(
        head, rule, settings.severity(), settings.mode(), settings.namespaces());
  }

  private static Head head(
      Optional<Name> sourceName, Located name, PolicySettings settings, Origin origin) {
    return new Head(
        sourceName.map(Name::text), name, settings.after(), settings.ignoresPending(), origin);
  }

  private void requireFix(PolicyClause.Rule rule, Mode mode) {
    boolean fixed = rule.clauses().stream().anyMatch(RuleChecker::isFix);
    if (mode.remediation() == Mode.Remediation.ENFORCE && !fixed) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.ENFORCED_WITHOUT_FIX,
                      rule.name().span(),
                      "The rule `%s` cannot be enforced, because it has no `fix`."
                          .formatted(rule.name().text()))
                  .related(mode.origin().span(), "enforced here")
                  .help("add `fix { … }`, or move the rule to a policy that informs."));
    }
  }

  /** The template and the constraint of a {@code rego}; none after a report. */
  List<TemplateDefinition> rego(PolicyClause.Rego written, PolicySettings settings) {
    Located name = names.of(new Located(written.name().text(), written.name().at()));
    return new RegoChecker(context)
        .check(written, settings.namespaces())
        .map(rego -> rego(rego, written.name(), name, settings))
        .orElse(List.of());
  }

  private List<TemplateDefinition> rego(
      RegoDefinition rego, Name sourceName, Located name, PolicySettings settings) {
    Located templateName = names.given(new Located(rego.templateName(), sourceName.at()));
    Head template = head(Optional.empty(), templateName, settings, rego.origin());
    List<Dependency> after = new ArrayList<>(settings.after());
    after.add(
        new Dependency(
            new Dependency.On.ClusterObject(
                RegoDefinition.TEMPLATE_API_VERSION,
                RegoDefinition.TEMPLATE_KIND,
                rego.templateName(),
                Optional.empty()),
            Dependency.State.COMPLIANT,
            rego.origin()));
    Head constraint =
        new Head(
            Optional.of(sourceName.text()), name, after, settings.ignoresPending(), rego.origin());
    return List.of(
        new TemplateDefinition.ConstraintTemplate(template, rego),
        new TemplateDefinition.Constraint(constraint, rego, settings.mode()));
  }

  /** Whether a clause asks for something of the resources that it names. */
  static boolean isConditional(PolicyClause.ResourceRule clause) {
    return clause.resource() instanceof Resource.Inline inline && inline.condition() != null;
  }

  /**
   * A {@code forbid K where e}.
   *
   * @param pattern takes the object that a {@code mustnothave} compares, where there is one
   * @return the template of a rule where there is none; empty also after a report
   */
  Optional<TemplateDefinition> forbid(
      PolicyClause.ResourceRule clause, PolicySettings settings, Consumer<Manifest> pattern) {
    Resource.Inline resource = (Resource.Inline) clause.resource();
    if (clause.verb() != PolicyClause.ResourceVerb.FORBID) {
      reportVerb(clause);
      return Optional.empty();
    }
    Optional<Prohibition> prohibition =
        new ForbidChecker(context).check(resource, settings.namespaces(), message(clause));
    return switch (prohibition.orElse(null)) {
      case null -> Optional.empty();
      case Prohibition.Pattern(KindReference kind, JsonObject fields) -> {
        pattern.accept(manifest(kind, fields, clause));
        yield Optional.empty();
      }
      case Prohibition.ByRule(RuleDefinition rule) -> Optional.of(byRule(clause, rule, settings));
    };
  }

  private void reportVerb(PolicyClause.ResourceRule clause) {
    context
        .findings()
        .add(
            Diagnostic.error(
                    Code.NOT_AVAILABLE_HERE, clause.span(), "Only `forbid` can have a `where`.")
                .help("write the fields that must be there between braces, or write a `rule`."));
  }

  private static @Nullable StringLiteral message(PolicyClause.ResourceRule clause) {
    return clause.options().stream()
        .filter(ResourceOption.Message.class::isInstance)
        .map(option -> ((ResourceOption.Message) option).text())
        .findFirst()
        .orElse(null);
  }

  private static Manifest manifest(
      KindReference kind, JsonObject fields, PolicyClause.ResourceRule clause) {
    JsonObject object =
        new JsonObject(Map.of())
            .with("apiVersion", new JsonString(kind.apiVersion()))
            .with("kind", new JsonString(kind.kind()));
    Map<String, io.openclustermanagement.api.meta.JsonValue> all =
        new LinkedHashMap<>(object.fields());
    all.putAll(fields.fields());
    return new Manifest(
        kind, new JsonObject(all), Map.of(), Map.of("", clause.span()), kind.origin());
  }

  private TemplateDefinition byRule(
      PolicyClause.ResourceRule clause, RuleDefinition rule, PolicySettings settings) {
    Optional<Name> given =
        clause.options().stream()
            .filter(ResourceOption.Named.class::isInstance)
            .map(option -> ((ResourceOption.Named) option).name())
            .findFirst();
    KindReference kind = rule.kinds().getFirst();
    Located name =
        given
            .map(each -> names.given(new Located(each.text(), each.at())))
            .orElseGet(
                () ->
                    names.ending("forbid-" + kind.kind().toLowerCase(Locale.ROOT), kind.origin()));
    settings.mode().ifPresent(mode -> requireInform(clause, mode));
    return template(head(given, name, settings, clause.at()), rule, settings);
  }

  private void requireInform(PolicyClause.ResourceRule clause, Mode mode) {
    if (mode.remediation() == Mode.Remediation.ENFORCE) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.ENFORCED_WITHOUT_FIX, clause.span(), "This `forbid` cannot be enforced.")
                  .related(mode.origin().span(), "enforced here")
                  .note("no partial object says the same, so it becomes a rule, which only reports")
                  .help("move it to a policy that informs."));
    }
  }
}
