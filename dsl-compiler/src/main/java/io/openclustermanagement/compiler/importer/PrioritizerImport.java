package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.BuiltInPrioritizers;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.Preference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A prioritizer policy as {@code prefer}. What the scheduler reports as a misconfiguration ({@code
 * pkg/placement/controllers/scheduling getPrioritizers}) has no meaning to import.
 */
final class PrioritizerImport {
  private static final String POINTER = "/spec/prioritizerPolicy";

  private final Reasons reasons;

  PrioritizerImport(Reasons reasons) {
    this.reasons = reasons;
  }

  /** The clause; empty for a policy that changes nothing. */
  Optional<PlacementClause> clause(PrioritizerPolicy policy) {
    String mode = Objects.requireNonNullElse(policy.mode(), "");
    boolean exact = mode.equals(PrioritizerPolicy.EXACT);
    if (!exact && !mode.isEmpty() && !mode.equals(PrioritizerPolicy.ADDITIVE)) {
      reasons.invalid(
          POINTER + "/mode",
          "there is no mode `%s`".formatted(mode),
          "write `Additive` or `Exact`.");
    }
    List<Preference> preferences = new ArrayList<>();
    for (int i = 0; i < policy.configurations().size(); i++) {
      preference(policy.configurations().get(i), POINTER + "/configurations/" + i)
          .ifPresent(preferences::add);
    }
    return exact || !preferences.isEmpty()
        ? Optional.of(new PlacementClause.Prefer(exact, preferences, Trees.NOWHERE))
        : Optional.empty();
  }

  private Optional<Preference> preference(PrioritizerConfig config, String pointer) {
    ScoreCoordinate coordinate = config.scoreCoordinate();
    if (coordinate == null) {
      reasons.invalid(pointer, "`scoreCoordinate` is missing", "say which score it is.");
      return Optional.empty();
    }
    Expression.Literal weight = Trees.integer(config.weight() == null ? 1 : config.weight());
    return coordinate.type() == ScoreCoordinateType.ADD_ON
        ? addOn(coordinate, weight, pointer + "/scoreCoordinate")
        : builtIn(coordinate, weight, pointer + "/scoreCoordinate");
  }

  private Optional<Preference> addOn(
      ScoreCoordinate coordinate, Expression.Literal weight, String pointer) {
    AddOnScore score = coordinate.addOn();
    if (score == null) {
      reasons.invalid(pointer, "`addOn` is missing", "name the score of the add-on.");
      return Optional.empty();
    }
    refuseOther(coordinate.builtIn(), pointer + "/builtIn");
    return Optional.of(
        new Preference.Score(
            Trees.text(score.resourceName()),
            Trees.text(score.scoreName()),
            weight,
            Trees.NOWHERE));
  }

  private Optional<Preference> builtIn(
      ScoreCoordinate coordinate, Expression.Literal weight, String pointer) {
    refuseOther(coordinate.addOn(), pointer + "/addOn");
    String name = Objects.requireNonNullElse(coordinate.builtIn(), "");
    return switch (name) {
      case BuiltInPrioritizers.STEADY -> Optional.of(new Preference.Steady(weight, Trees.NOWHERE));
      case BuiltInPrioritizers.BALANCE ->
          Optional.of(new Preference.Balance(weight, Trees.NOWHERE));
      case BuiltInPrioritizers.RESOURCE_ALLOCATABLE_CPU ->
          Optional.of(new Preference.Allocatable(Trees.name("cpu"), weight, Trees.NOWHERE));
      case BuiltInPrioritizers.RESOURCE_ALLOCATABLE_MEMORY ->
          Optional.of(new Preference.Allocatable(Trees.name("memory"), weight, Trees.NOWHERE));
      default -> {
        reasons.invalid(
            pointer + "/builtIn",
            name.isEmpty()
                ? "`builtIn` is missing"
                : "there is no built-in score `%s`".formatted(name),
            "write `Balance`, `Steady`, `ResourceAllocatableCPU` or `ResourceAllocatableMemory`.");
        yield Optional.empty();
      }
    };
  }

  /** A coordinate of one type with the field of the other says two things. */
  private void refuseOther(@Nullable Object other, String pointer) {
    if (other != null && !other.equals("")) {
      reasons.invalid(pointer, "this does not belong to the type", "remove the field.");
    }
  }
}
