package io.openclustermanagement.placement.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.openclustermanagement.placement.CelCompilationException;
import java.util.List;

/**
 * A compiled condition on objects, as in a ValidatingAdmissionPolicy. It can be evaluated by any
 * number of threads.
 */
public final class CelExpression {

  /** What an expression has to give. */
  public enum Wanted {
    TRUTH_VALUE(CelKind.BOOL),
    TEXT(CelKind.STRING),
    LIST(CelKind.LIST),
    ANYTHING(CelKind.DYN);

    private final CelKind kind;

    Wanted(CelKind kind) {
      this.kind = kind;
    }

    boolean accepts(CelType type) {
      return this == ANYTHING || type.kind() == CelKind.DYN || type.kind() == kind;
    }
  }

  private final Planner.Plan plan;
  private final List<String> inputs;
  private final CelType type;

  private CelExpression(Planner.Plan plan, List<String> inputs, CelType type) {
    this.plan = plan;
    this.inputs = inputs;
    this.type = type;
  }

  /**
   * Compiles an expression.
   *
   * @throws CelCompilationException if it is wrong, with half a sentence for a person
   */
  public static CelExpression compile(String text, CelScope scope, Wanted wanted)
      throws CelCompilationException {
    CelEnvironment environment = scope.environment();
    CelAbstractSyntaxTree tree = check(text, scope, wanted);
    try {
      return new CelExpression(environment.plan(tree), environment.inputs(), tree.getResultType());
    } catch (Planner.UnsupportedException e) {
      throw new CelCompilationException(String.valueOf(e.getMessage()));
    }
  }

  /** The type-checked syntax tree of an expression that gives what is wanted. */
  static CelAbstractSyntaxTree check(String text, CelScope scope, Wanted wanted)
      throws CelCompilationException {
    try {
      CelAbstractSyntaxTree tree = scope.environment().validate(text);
      CelType type = tree.getResultType();
      if (!wanted.accepts(type)) {
        throw new CelCompilationException(CompilationProblem.ofType(type, wanted));
      }
      return tree;
    } catch (CelValidationException e) {
      throw new CelCompilationException(CompilationProblem.of(e, text));
    }
  }

  /** The value with these inputs. */
  public CelResult evaluate(CelBindings bindings) {
    try {
      Object value = eval(bindings);
      return value instanceof EvaluationError error
          ? new CelResult.Failure(error.reason())
          : new CelResult.Value(value);
    } catch (Evaluation.Cancelled e) {
      return new CelResult.Failure("it takes more computation than is allowed");
    } catch (StackOverflowError e) {
      // Values may nest deeper than the stack; the expression fails, the engine does not.
      return new CelResult.Failure("the values are nested too deeply");
    }
  }

  Object eval(CelBindings bindings) {
    return plan.root()
        .eval(
            new Evaluation(
                index -> bindings.get(inputs.get(index)),
                _ -> null,
                plan.slots(),
                bindings.budget()));
  }

  CelType type() {
    return type;
  }
}
