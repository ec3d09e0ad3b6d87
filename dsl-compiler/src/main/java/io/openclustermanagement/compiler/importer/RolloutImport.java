package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.MandatoryDecisionGroup;
import io.openclustermanagement.api.cluster.RolloutAll;
import io.openclustermanagement.api.cluster.RolloutProgressive;
import io.openclustermanagement.api.cluster.RolloutProgressivePerGroup;
import io.openclustermanagement.api.cluster.RolloutStrategy;
import io.openclustermanagement.api.cluster.RolloutType;
import io.openclustermanagement.api.meta.IntOrString;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a rollout strategy as a clause. */
final class RolloutImport {
  private static final Pattern UNIT = Pattern.compile("[1-9][0-9]*[hms]");

  private final Reasons reasons;
  private final String pointer;
  private final List<RolloutClause> clauses = new ArrayList<>();

  /**
   * @param pointer where the strategy stands
   */
  RolloutImport(Reasons reasons, String pointer) {
    this.reasons = reasons;
    this.pointer = pointer;
  }

  /** The clause; none for what happens without one. */
  Optional<DeployClause> clause(@Nullable RolloutStrategy strategy) {
    if (strategy == null) {
      return Optional.empty();
    }
    RolloutType type = Objects.requireNonNullElse(strategy.type(), RolloutType.ALL);
    requireOnly(strategy, type);
    return switch (type) {
      case ALL -> {
        all(strategy.all());
        yield clauses.isEmpty() ? Optional.empty() : rollout(DeployClause.RolloutType.ALL);
      }
      case PROGRESSIVE -> {
        progressive(strategy.progressive());
        yield rollout(DeployClause.RolloutType.PROGRESSIVE);
      }
      case PROGRESSIVE_PER_GROUP -> {
        perGroup(strategy.progressivePerGroup());
        yield rollout(DeployClause.RolloutType.PER_GROUP);
      }
    };
  }

  private Optional<DeployClause> rollout(DeployClause.RolloutType type) {
    return Optional.of(new DeployClause.Rollout(type, clauses, Trees.NOWHERE));
  }

  private void requireOnly(RolloutStrategy strategy, RolloutType type) {
    boolean others =
        (type != RolloutType.ALL && strategy.all() != null)
            || (type != RolloutType.PROGRESSIVE && strategy.progressive() != null)
            || (type != RolloutType.PROGRESSIVE_PER_GROUP
                && strategy.progressivePerGroup() != null);
    if (others) {
      reasons.field(pointer, "it has details of another type of rollout");
    }
  }

  private void all(@Nullable RolloutAll details) {
    if (details != null) {
      times(details.minSuccessTime(), details.progressDeadline());
      failures(details.maxFailures());
    }
  }

  private void progressive(@Nullable RolloutProgressive details) {
    if (details != null) {
      groups(details.mandatoryDecisionGroups());
      amount(details.maxConcurrency())
          .ifPresent(each -> clauses.add(new RolloutClause.AtMost(each, Trees.NOWHERE)));
      times(details.minSuccessTime(), details.progressDeadline());
      failures(details.maxFailures());
    }
  }

  private void perGroup(@Nullable RolloutProgressivePerGroup details) {
    if (details != null) {
      groups(details.mandatoryDecisionGroups());
      times(details.minSuccessTime(), details.progressDeadline());
      failures(details.maxFailures());
    }
  }

  private void groups(List<MandatoryDecisionGroup> groups) {
    for (MandatoryDecisionGroup each : groups) {
      String name = Objects.requireNonNullElse(each.groupName(), "");
      if (each.groupIndex() != null || !Names.isName(name)) {
        reasons.field(pointer, "the language names decision groups as it declares them");
      } else {
        clauses.add(new RolloutClause.FirstGroup(Trees.name(name), Trees.NOWHERE));
      }
    }
  }

  private void times(@Nullable String soak, @Nullable String deadline) {
    if (soak != null && !soak.equals("0")) {
      time(soak).ifPresent(each -> clauses.add(new RolloutClause.Soak(each, Trees.NOWHERE)));
    }
    if (deadline != null && !deadline.equals("None")) {
      time(deadline)
          .ifPresent(each -> clauses.add(new RolloutClause.Deadline(each, Trees.NOWHERE)));
    }
  }

  private Optional<Expression> time(String text) {
    if (!UNIT.matcher(text).matches()) {
      reasons.field(pointer, "the language takes durations with one unit");
      return Optional.empty();
    }
    return Optional.of(Trees.literal(LiteralKind.UNIT, text));
  }

  private void failures(@Nullable IntOrString failures) {
    if (failures != null && !failures.equals(IntOrString.of(0))) {
      amount(failures)
          .ifPresent(each -> clauses.add(new RolloutClause.MaxFailures(each, Trees.NOWHERE)));
    }
  }

  private Optional<Expression> amount(@Nullable IntOrString amount) {
    return switch (amount) {
      case null -> Optional.empty();
      case IntOrString.Int(int number) -> Optional.of(Trees.integer(number));
      case IntOrString.Text(String text) when text.endsWith("%") ->
          Optional.of(Trees.literal(LiteralKind.PERCENT, text));
      case IntOrString.Text _ -> {
        reasons.field(pointer, "a number of clusters is no text");
        yield Optional.empty();
      }
    };
  }
}
