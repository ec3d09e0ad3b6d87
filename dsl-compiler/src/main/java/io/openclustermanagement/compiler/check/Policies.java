package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the policies, and the rules and templates in them, that other declarations name.
 *
 * @param scopes how each module sees names
 */
record Policies(Function<SourceModule, Scope> scopes) {

  /** A rule or a template block of a policy. */
  record Part(Symbol policy, PolicyClause clause, Name name) {}

  /** The clauses of a policy; those of an instance stand where its parameters are declared. */
  Optional<Declaration.Policy> body(Symbol policy) {
    return template(policy).map(symbol -> (Declaration.Policy) symbol.declaration());
  }

  /** Where the clauses of a policy are declared: itself, or what it is an instance of. */
  Optional<Symbol> template(Symbol policy) {
    if (policy.declaration() instanceof Declaration.PolicyInstance instance) {
      Name name = instance.template();
      return scopes
          .apply(policy.module())
          .resolve(new QualifiedName(List.of(name), name.at()), SymbolKind.POLICY)
          .filter(symbol -> symbol.declaration() instanceof Declaration.Policy);
    }
    return Optional.of(policy);
  }

  /** A policy that exists as such; one that only has instances is reported. */
  Optional<Symbol> resolve(QualifiedName written, Context context, SymbolKind... kinds) {
    Optional<Symbol> found = context.scope().resolve(written, kinds);
    if (found.isPresent() && hasParameters(found.get())) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.POLICY_WITHOUT_ARGUMENTS,
                      written.span(),
                      "`%s` takes parameters, so it is no policy by itself."
                          .formatted(written.text()))
                  .related(found.get().origin().span(), "declared here")
                  .help("declare `policy … = %s(…)` and name that.".formatted(written.text())));
      return Optional.empty();
    }
    return found;
  }

  static boolean hasParameters(Symbol symbol) {
    return symbol.declaration() instanceof Declaration.Policy policy
        && !policy.parameters().isEmpty();
  }

  /**
   * The rule or template that a reference names: the last word alone in the policy around it, or
   * behind the name of a policy.
   *
   * @param own the policy around the reference, if there is one
   */
  Optional<Part> part(
      QualifiedName written,
      PolicyClause.DependencyKind kind,
      Optional<Symbol> own,
      Context context) {
    List<Name> parts = written.parts();
    Optional<Symbol> policy =
        parts.size() == 1 && own.isPresent()
            ? own
            : resolve(owner(written), context, SymbolKind.POLICY);
    if (parts.size() == 1 && own.isEmpty()) {
      return Optional.empty();
    }
    Optional<Part> found =
        policy.flatMap(each -> body(each).flatMap(body -> part(each, body, kind, written.last())));
    found.ifPresent(
        each ->
            context.scope().index().use(written.last().span(), SymbolKind.RULE, each.name().at()));
    if (policy.isPresent() && found.isEmpty()) {
      reportUnknown(written, kind, policy.get(), context);
    }
    return found;
  }

  private static QualifiedName owner(QualifiedName written) {
    List<Name> parts = written.parts();
    if (parts.size() == 1) {
      return written;
    }
    List<Name> prefix = parts.subList(0, parts.size() - 1);
    return new QualifiedName(
        prefix, new Origin(prefix.getFirst().span().to(prefix.getLast().span())));
  }

  private static Optional<Part> part(
      Symbol policy, Declaration.Policy body, PolicyClause.DependencyKind kind, Name wanted) {
    return body.clauses().stream()
        .flatMap(clause -> name(clause, kind).map(name -> new Part(policy, clause, name)).stream())
        .filter(each -> each.name().text().equals(wanted.text()))
        .findFirst();
  }

  private static Optional<Name> name(PolicyClause clause, PolicyClause.DependencyKind kind) {
    if (clause instanceof PolicyClause.Rule rule) {
      return kind == PolicyClause.DependencyKind.RULE ? Optional.of(rule.name()) : Optional.empty();
    }
    return clause instanceof PolicyClause.Template template
            && kind == PolicyClause.DependencyKind.TEMPLATE
        ? Optional.of(template.name())
        : Optional.empty();
  }

  private void reportUnknown(
      QualifiedName written, PolicyClause.DependencyKind kind, Symbol policy, Context context) {
    String noun = kind == PolicyClause.DependencyKind.RULE ? "rule" : "template";
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_NAME,
            written.last().span(),
            "The policy `%s` has no %s `%s`."
                .formatted(policy.name().name(), noun, written.last().text()));
    List<String> known =
        body(policy)
            .map(
                body ->
                    body.clauses().stream()
                        .flatMap(clause -> name(clause, kind).map(Name::text).stream())
                        .toList())
            .orElse(List.of());
    Suggestions.closest(written.last().text(), known)
        .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    context.findings().add(finding);
  }
}
