package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.AddOnScore;
import io.openclustermanagement.api.cluster.BuiltInPrioritizers;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PrioritizerConfig;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prioritizers of a placement with their weights (upstream {@code
 * pkg/placement/controllers/scheduling/schedule.go}).
 *
 * @param prioritizers those whose weight is not 0, the default ones first
 * @param problem the misconfiguration; {@code null} if there is none
 */
record Weights(List<Weighted> prioritizers, @Nullable ScheduleStatus problem) {

  /** A prioritizer and what its scores are multiplied with. */
  record Weighted(Prioritizer prioritizer, int weight) {}

  /**
   * [Q] Upstream's map key holds the addOn as a pointer: entries without one are equal when type
   * and name are, so that the last weight wins; entries with one are never equal, so that weights
   * add up.
   */
  private record Key(ScoreCoordinateType type, String builtIn, int addOnEntry) {}

  private record Entry(@Nullable AddOnScore addOn, int weight) {}

  static Weights of(Placement placement) {
    PrioritizerPolicy policy = placement.spec().prioritizerPolicy();
    if (policy == null) {
      return of(defaults());
    }
    String mode = policy.mode() == null ? "" : policy.mode();
    Map<Key, Entry> entries;
    switch (mode) {
      case PrioritizerPolicy.EXACT -> entries = new LinkedHashMap<>();
      case PrioritizerPolicy.ADDITIVE, "" -> entries = defaults();
      default -> {
        return problem("incorrect prioritizer policy mode: " + mode);
      }
    }
    for (int i = 0; i < policy.configurations().size(); i++) {
      PrioritizerConfig configuration = policy.configurations().get(i);
      ScoreCoordinate coordinate = configuration.scoreCoordinate();
      if (coordinate == null) {
        return problem("scoreCoordinate field is required");
      }
      int weight = configuration.weight() == null ? 1 : configuration.weight();
      entries.put(key(coordinate, i), new Entry(coordinate.addOn(), weight));
    }
    return of(entries);
  }

  private static Map<Key, Entry> defaults() {
    Map<Key, Entry> defaults = new LinkedHashMap<>();
    defaults.put(builtIn(BuiltInPrioritizers.BALANCE), new Entry(null, 1));
    defaults.put(builtIn(BuiltInPrioritizers.STEADY), new Entry(null, 1));
    return defaults;
  }

  private static Key builtIn(String name) {
    return new Key(ScoreCoordinateType.BUILT_IN, name, -1);
  }

  private static Key key(ScoreCoordinate coordinate, int entry) {
    ScoreCoordinateType type =
        coordinate.type() == null ? ScoreCoordinateType.BUILT_IN : coordinate.type();
    String builtIn = coordinate.builtIn() == null ? "" : coordinate.builtIn();
    return new Key(type, builtIn, coordinate.addOn() == null ? -1 : entry);
  }

  private static Weights of(Map<Key, Entry> entries) {
    List<Weighted> weighted = new ArrayList<>();
    for (Map.Entry<Key, Entry> entry : entries.entrySet()) {
      int weight = entry.getValue().weight();
      if (weight == 0) {
        continue;
      }
      AddOnScore addOn = entry.getValue().addOn();
      Prioritizer prioritizer;
      if (entry.getKey().type() == ScoreCoordinateType.BUILT_IN) {
        prioritizer = builtInPrioritizer(entry.getKey().builtIn());
        if (prioritizer == null) {
          return problem("incorrect builtin prioritizer: " + entry.getKey().builtIn());
        }
      } else if (addOn == null) {
        return problem("addOn should not be empty");
      } else {
        prioritizer =
            new Prioritizer.AddOn(new ScoreColumns.AddOn(addOn.resourceName(), addOn.scoreName()));
      }
      weighted.add(new Weighted(prioritizer, weight));
    }
    return new Weights(List.copyOf(weighted), null);
  }

  private static @Nullable Prioritizer builtInPrioritizer(String name) {
    return switch (name) {
      case BuiltInPrioritizers.BALANCE -> new Prioritizer.Balance();
      case BuiltInPrioritizers.STEADY -> new Prioritizer.Steady();
      case BuiltInPrioritizers.RESOURCE_ALLOCATABLE_CPU -> new Prioritizer.Allocatable(name, "cpu");
      case BuiltInPrioritizers.RESOURCE_ALLOCATABLE_MEMORY ->
          new Prioritizer.Allocatable(name, "memory");
      default -> null;
    };
  }

  private static Weights problem(String message) {
    return new Weights(List.of(), ScheduleStatus.misconfigured("", message));
  }
}
