package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Constrained;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Property;
import io.openclustermanagement.api.schema.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that follows from an object.
 *
 * @param condition the type of the condition
 * @param type how it follows
 * @param celExpressions expressions over {@code object} that all have to hold
 * @param message the message
 * @param messageExpression an expression for the message, over {@code object} and {@code result}
 */
@Rule(
    """
    {"x-kubernetes-validations": [
      {"rule": "self.type != 'CEL' || self.condition != \\"\\"",
       "message": "Condition is required for CEL rules"}]}
    """)
public record ConditionRule(
    @Property(required = true) String condition,
    @Property(required = true) ConditionRuleType type,
    List<String> celExpressions,
    @Nullable String message,
    @Nullable String messageExpression)
    implements Constrained {
  public ConditionRule {
    celExpressions = Copies.of(celExpressions);
  }

  @Override
  public List<Problem> problems(FieldPath path) {
    if (type != ConditionRuleType.CEL || !condition.isEmpty()) {
      return List.of();
    }
    FieldPath place = path.field("condition");
    return List.of(
        Problem.of(
                Problem.Kind.FIELD_CONFLICT,
                place.pointer(),
                "`%s` is the empty text, but a rule of type `CEL` needs one."
                    .formatted(place.dotted()))
            .withHelp("Write a type such as `Progressing`."));
  }
}
