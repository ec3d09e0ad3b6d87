package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Mode;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.PolicyDefinition;
import io.openclustermanagement.compiler.program.Standard;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.Use;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a {@code policy}, or an instance of one with parameters. */
final class PolicyChecker {

  private final Context context;
  private final Policies policies;
  private final Symbol symbol;
  private final List<Standard> standards = new ArrayList<>();
  private final List<Use> placements = new ArrayList<>();
  private Optional<Located> title = Optional.empty();
  private Optional<Origin> disabled = Optional.empty();
  private Optional<Origin> withoutMetadata = Optional.empty();
  private Optional<Located> serviceAccount = Optional.empty();
  private Optional<ObjectLiteral> labels = Optional.empty();
  private Optional<ObjectLiteral> annotations = Optional.empty();

  /**
   * @param context sees names as the clauses do
   * @param symbol the policy, or the instance
   */
  PolicyChecker(Context context, Policies policies, Symbol symbol) {
    this.context = context;
    this.policies = policies;
    this.symbol = symbol;
  }

  /**
   * @param body where the clauses are
   * @param namespace the hub namespace
   */
  PolicyDefinition check(Declaration.Policy body, String namespace) {
    body.clauses().forEach(this::clause);
    ObjectMetadata metadata =
        context.metadata(
            symbol.declaration().name(),
            objectName(symbol),
            SymbolKind.POLICY,
            labels,
            annotations);
    DependencyChecker dependencies = new DependencyChecker(context, policies, symbol);
    PolicySettings settings = new SettingsChecker(context, dependencies).check(body.clauses());
    List<TemplateDefinition> templates =
        new TemplateChecker(
                context, dependencies, new TemplateNames(metadata.name(), context.findings()))
            .check(body.clauses(), settings);
    requireLength(namespace, metadata.name());
    requireContent(body);
    requireMode(templates);
    settings.mode().ifPresent(mode -> warnAboutModes(mode, templates));
    return new PolicyDefinition(
        symbol.name(),
        namespace,
        metadata,
        title,
        description(symbol.declaration().doc()).or(() -> description(body.doc())),
        standards,
        disabled,
        withoutMetadata,
        serviceAccount,
        settings.mode(),
        settings.after(),
        templates,
        placements,
        symbol.origin(),
        symbol.declaration().at());
  }

  /** What a policy is called on the hub if not by its name, or null. */
  static @Nullable StringLiteral objectName(Symbol symbol) {
    if (symbol.declaration() instanceof Declaration.PolicyInstance instance) {
      return instance.objectName();
    }
    return symbol.declaration() instanceof Declaration.Policy policy ? policy.objectName() : null;
  }

  private static Optional<Located> description(@Nullable DocComment doc) {
    return Optional.ofNullable(doc).map(each -> new Located(each.text(), each.at()));
  }

  private void clause(PolicyClause clause) {
    switch (clause) {
      case PolicyClause.Title(StringLiteral text, _) -> title = context.text(text);
      case PolicyClause.Standard written -> standard(written);
      case PolicyClause.Disabled(Origin at) -> disabled = Optional.of(at);
      case PolicyClause.CopyNoMetadata(Origin at) -> withoutMetadata = Optional.of(at);
      case PolicyClause.AsServiceAccount(StringLiteral account, _) -> {
        context.requireObjectName(new Name(account.text(), account.at()), "service account");
        serviceAccount = Optional.of(new Located(account.text(), account.at()));
      }
      case PolicyClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
      case PolicyClause.Annotations(ObjectLiteral written, _) -> annotations = Optional.of(written);
      case PolicyClause.On(List<QualifiedName> names, _) ->
          names.forEach(name -> placement(context, name).ifPresent(placements::add));
      case PolicyClause.Severity _,
          PolicyClause.Mode _,
          PolicyClause.After _,
          PolicyClause.AfterObject _,
          PolicyClause.IgnorePending _,
          PolicyClause.EvaluateEvery _,
          PolicyClause.InNamespaces _,
          PolicyClause.ResourceRule _,
          PolicyClause.Rule _,
          PolicyClause.Rego _,
          PolicyClause.Template _,
          PolicyClause.Raw _,
          PolicyClause.Error _ -> {}
    }
  }

  /** A reference to a placement; empty after a report. */
  static Optional<Use> placement(Context context, QualifiedName name) {
    return context
        .scope()
        .resolve(name, SymbolKind.PLACEMENT)
        .map(found -> new Use(found.name(), name.at()));
  }

  private void standard(PolicyClause.Standard written) {
    standards.add(
        new Standard(
            located(written.standard()),
            Optional.ofNullable(written.category()).map(PolicyChecker::located),
            written.controls().stream().map(PolicyChecker::located).toList(),
            written.at()));
  }

  private static Located located(StringLiteral text) {
    return new Located(text.text(), text.at());
  }

  /** Upstream makes a label of both, see {@code pkg/webhook} of governance-policy-propagator. */
  private void requireLength(String namespace, String name) {
    ObjectNames.requireTogether(
        context.findings(), namespace, name, ObjectNames.MAX_POLICY, symbol.origin(), "policy");
  }

  /** What the policy says replaces what its templates say, on every cluster. */
  private void warnAboutModes(Mode mode, List<TemplateDefinition> templates) {
    for (TemplateDefinition template : templates) {
      if (template instanceof TemplateDefinition.Configuration configuration
          && configuration.mode().isPresent()
          && configuration.mode().get().remediation() != mode.remediation()) {
        context
            .findings()
            .add(
                Diagnostic.warning(
                        Code.MODE_OVERRIDDEN,
                        configuration.mode().get().origin().span(),
                        "The policy around this template says otherwise, and has the last word.")
                    .related(mode.origin().span(), "for all templates of the policy")
                    .help("say it in each template, and leave it out in the policy."));
      }
    }
  }

  /** A Policy without templates is none to the API server of a hub. */
  private void requireContent(Declaration.Policy body) {
    if (body.clauses().stream().noneMatch(PolicyChecker::isContent)) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.EMPTY_POLICY,
                      symbol.origin().span(),
                      "The policy `%s` asks for nothing.".formatted(symbol.name().name()))
                  .help("say what it requires or forbids, or remove it."));
    }
  }

  private static boolean isContent(PolicyClause clause) {
    return switch (clause) {
      case PolicyClause.ResourceRule _,
          PolicyClause.Rule _,
          PolicyClause.Rego _,
          PolicyClause.Template _,
          PolicyClause.Raw _,
          PolicyClause.Error _ ->
          true;
      case PolicyClause.Title _,
          PolicyClause.Standard _,
          PolicyClause.Severity _,
          PolicyClause.Mode _,
          PolicyClause.After _,
          PolicyClause.AfterObject _,
          PolicyClause.IgnorePending _,
          PolicyClause.EvaluateEvery _,
          PolicyClause.InNamespaces _,
          PolicyClause.On _,
          PolicyClause.Disabled _,
          PolicyClause.CopyNoMetadata _,
          PolicyClause.AsServiceAccount _,
          PolicyClause.Labels _,
          PolicyClause.Annotations _ ->
          false;
    };
  }

  private void requireMode(List<TemplateDefinition> templates) {
    boolean unset =
        templates.stream()
            .anyMatch(
                each ->
                    each instanceof TemplateDefinition.Configuration configuration
                        && configuration.mode().isEmpty());
    if (unset) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.NO_REMEDIATION,
                      symbol.origin().span(),
                      "The policy `%s` does not say whether it informs or enforces."
                          .formatted(symbol.name().name()))
                  .note("upstream refuses a policy without a remediation action")
                  .help("add `inform`, or `enforce`."));
    }
  }
}
