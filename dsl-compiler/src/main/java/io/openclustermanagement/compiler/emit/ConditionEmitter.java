package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.CelWriter.NotExpressible;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.PlacementDefinition.Alternative;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the {@code where} clauses of a placement into predicates. */
final class ConditionEmitter {

  private final Findings findings;
  private final Pointers pointers;
  private final List<ClusterPredicate> predicates = new ArrayList<>();

  ConditionEmitter(Findings findings, Pointers pointers) {
    this.findings = findings;
    this.pointers = pointers;
  }

  List<ClusterPredicate> emit(List<Alternative> alternatives) {
    alternatives.forEach(this::emit);
    return List.copyOf(predicates);
  }

  private void emit(Alternative alternative) {
    List<List<Normal>> conjunctions = Conjunctions.of(Normal.of(alternative.condition()));
    List<List<Normal>> possible =
        conjunctions.stream().filter(each -> Conjunctions.contradiction(each).isEmpty()).toList();
    if (possible.isEmpty()) {
      reportNeverTrue(alternative, conjunctions);
      emitNever(alternative, conjunctions);
      return;
    }
    possible.forEach(terms -> predicate(terms, alternative));
  }

  /** A condition that never holds must stay one: no predicate at all would choose everything. */
  private void emitNever(Alternative alternative, List<List<Normal>> conjunctions) {
    if (conjunctions.isEmpty()) {
      predicate(List.of(new Normal.Truth(false, alternative.condition().origin())), alternative);
    } else {
      predicate(conjunctions.getFirst(), alternative);
    }
  }

  private void reportNeverTrue(Alternative alternative, List<List<Normal>> conjunctions) {
    var finding =
        Diagnostic.warning(
            Code.NEVER_TRUE,
            alternative.condition().origin().span(),
            "This `where` can never be true.");
    Optional<List<Selector>> clash =
        conjunctions.size() == 1
            ? Conjunctions.contradiction(conjunctions.getFirst())
            : Optional.empty();
    clash.ifPresent(
        terms ->
            finding
                .label("")
                .related(terms.getFirst().origin().span(), "this excludes the next")
                .related(terms.getLast().origin().span(), "this excludes the one before"));
    findings.add(finding);
  }

  /**
   * The one selector of a condition; alternatives, for which it has no place, become one CEL
   * expression.
   */
  ClusterSelector selector(Expr condition, String pointer) {
    pointers.put(pointer, condition.origin());
    Normal normal = Normal.of(condition);
    List<List<Normal>> conjunctions = Conjunctions.of(normal);
    return selector(conjunctions.size() == 1 ? conjunctions.getFirst() : List.of(normal), pointer);
  }

  private void predicate(List<Normal> terms, Alternative alternative) {
    String pointer = "/spec/predicates/" + predicates.size();
    pointers.put(pointer, alternative.origin());
    predicates.add(new ClusterPredicate(selector(terms, pointer + "/requiredClusterSelector")));
  }

  private ClusterSelector selector(List<Normal> terms, String selector) {
    List<Selector> selectors = new ArrayList<>();
    List<Normal> rest = new ArrayList<>();
    for (Normal term : terms) {
      if (term instanceof Selector each) {
        selectors.add(each);
      } else {
        rest.add(term);
      }
    }
    Selectors writer = new Selectors(pointers);
    return new ClusterSelector(
        writer.labels(selectors, selector + "/labelSelector"),
        writer.claims(selectors, selector + "/claimSelector"),
        cel(rest, selector + "/celSelector/celExpressions"));
  }

  private @Nullable ClusterCelSelector cel(List<Normal> terms, String pointer) {
    List<String> expressions = new ArrayList<>();
    for (Normal term : terms) {
      try {
        String expression = CelWriter.write(term);
        pointers.put(pointer, expressions.size(), term.origin());
        expressions.add(expression);
      } catch (NotExpressible e) {
        report(e);
      }
    }
    return expressions.isEmpty() ? null : new ClusterCelSelector(expressions);
  }

  private void report(NotExpressible problem) {
    var span = problem.origin().span();
    if (problem.isNegatedCel()) {
      findings.add(
          Diagnostic.error(
                  Code.NEGATED_CEL, span, "A CEL expression cannot be negated from outside.")
              .note("an error in it means not chosen, with and without `not`")
              .help("negate it inside the CEL text, with a guard for what may be absent."));
    } else {
      findings.add(
          Diagnostic.error(
                  Code.NOT_EXPRESSIBLE, span, "No predicate can test `%s`.".formatted(span.text()))
              .help("compare a property of the cluster with a value that is known."));
    }
  }
}
