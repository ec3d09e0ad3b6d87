package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.compiler.check.Subjects.Subject;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.KindReference;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.Prohibition;
import io.openclustermanagement.compiler.program.ResourceScope;
import io.openclustermanagement.compiler.program.RuleDefinition;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks conditions on resources whose fields have bare names. */
final class ForbidChecker {

  private final Context context;

  ForbidChecker(Context context) {
    this.context = context;
  }

  /**
   * What {@code forbid K … where e} means; empty after a report. The namespaces are the caller's in
   * a pattern, and part of a rule.
   *
   * @param inherited the namespaces of the policy, for a resource that names none
   * @param message what the source says about a violation, or null
   */
  Optional<Prohibition> check(
      Resource.Inline resource,
      Optional<NamespaceSelection> inherited,
      @Nullable StringLiteral message) {
    Optional<ResourceScope> scope = scope(resource);
    if (scope.isEmpty()) {
      return Optional.empty();
    }
    ResourceScope found = scope.get();
    Expr condition = found.condition().orElseGet(() -> Folding.bool(true, resource.at()));
    return Optional.of(
        pattern(resource, found, condition)
            .<Prohibition>map(fields -> new Prohibition.Pattern(found.kinds().getFirst(), fields))
            .orElseGet(() -> new Prohibition.ByRule(rule(found, condition, inherited, message))));
  }

  private static Optional<JsonObject> pattern(
      Resource.Inline resource, ResourceScope scope, Expr condition) {
    boolean bare = resource.name() == null && resource.body() == null && !scope.anyPod();
    return bare
        ? scope
            .kinds()
            .getFirst()
            .type()
            .flatMap(type -> PartialObjects.of(condition, scope.subject(), type))
        : Optional.empty();
  }

  private RuleDefinition rule(
      ResourceScope scope,
      Expr condition,
      Optional<NamespaceSelection> inherited,
      @Nullable StringLiteral message) {
    Place place = Place.RESOURCE.about(scope.subject()).knowing(Guards.of(condition, true));
    Expr text =
        message == null
            ? RuleChecker.standardMessage(scope.subject(), " is forbidden")
            : context.expressions().check(message, place, Simple.STRING);
    return new RuleDefinition(
        Optional.empty(),
        scope.kinds(),
        scope.subject(),
        scope.anyPod(),
        scope.namespaces().or(() -> inherited),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        condition,
        text,
        Optional.empty(),
        Optional.empty(),
        scope.origin());
  }

  /** The resources that {@code K "n" in namespaces … where e} means; empty after a report. */
  Optional<ResourceScope> scope(Resource.Inline resource) {
    Optional<Subject> subject = Subjects.of(List.of(resource.kind()), context);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    Variable variable = Subjects.nameless(resource.at(), subject.get());
    Place place = Place.RESOURCE.about(variable);
    List<Expr> terms = new ArrayList<>();
    if (resource.name() != null) {
      terms.add(equal(variable, "name", resource.name()));
    }
    if (resource.namespace() != null) {
      terms.add(equal(variable, "namespace", resource.namespace()));
    }
    labels(resource.labelled(), variable).ifPresent(terms::add);
    if (resource.condition() != null) {
      terms.add(context.expressions().check(resource.condition(), place, Simple.BOOL));
    }
    if (terms.stream().anyMatch(each -> each.type() == Simple.ERROR)) {
      return Optional.empty();
    }
    Optional<Expr> condition =
        terms.isEmpty()
            ? Optional.empty()
            : Optional.of(new Folding(context.findings()).and(terms, resource.at()));
    return Optional.of(
        new ResourceScope(
            subject.get().kinds(),
            variable,
            subject.get().anyPod(),
            new Selections(context).optionalNamespaces(resource.scope()),
            condition,
            resource.at()));
  }

  private Expr equal(Variable subject, String word, StringLiteral value) {
    Expr property = ResourceWords.identity(subject, word, value.at());
    return new Folding(context.findings())
        .comparison(
            Expr.Relation.EQUAL,
            property,
            context.expressions().check(value, Place.RESOURCE, Simple.STRING),
            value.at());
  }

  private Optional<Expr> labels(@Nullable LabelMatch written, Variable subject) {
    return switch (written) {
      case null -> Optional.empty();
      case LabelMatch.Where(Expression condition, _) ->
          Optional.of(
              context.expressions().check(condition, Place.RESOURCE.about(subject), Simple.BOOL));
      case LabelMatch.Equal(var labels, var at) -> {
        List<Expr> terms = new ArrayList<>();
        new FactsChecker(context)
            .labels(labels, "object")
            .forEach((key, value) -> terms.add(ResourceWords.hasLabel(subject, key, value, at)));
        yield Optional.of(new Folding(context.findings()).and(terms, at));
      }
    };
  }

  /**
   * A condition on one resource, such as that of {@code healthy when K "n": e}; empty after a
   * report.
   */
  Optional<ResourceScope> condition(KindName kind, Expression written) {
    Optional<Subject> subject = Subjects.of(List.of(kind), context);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    Variable variable = Subjects.nameless(written.at(), subject.get());
    Expr condition =
        context.expressions().check(written, Place.RESOURCE.about(variable), Simple.BOOL);
    List<KindReference> kinds = subject.get().kinds();
    return condition.type() == Simple.ERROR
        ? Optional.empty()
        : Optional.of(
            new ResourceScope(
                kinds,
                variable,
                subject.get().anyPod(),
                Optional.empty(),
                Optional.of(condition),
                written.at()));
  }
}
