package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.dsl.syntax.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A placement.
 *
 * @param from the cluster sets to choose from; empty for all that are bound
 * @param alternatives the {@code where} clauses, one of which must hold; empty for no condition
 * @param count how many clusters to choose; empty for all
 * @param namespaces the hub namespaces it is created in, the one of its own module first, with the
 *     place that causes it
 * @param nameOrigin where its name is declared
 */
public record PlacementDefinition(
    GlobalName name,
    ObjectMetadata metadata,
    List<SetReference> from,
    List<Alternative> alternatives,
    List<Toleration> tolerations,
    Optional<Count> count,
    Optional<Preferences> preferences,
    List<Spread> spreads,
    Optional<Groups> groups,
    Optional<Sorting> sorting,
    List<Located> namespaces,
    Origin nameOrigin,
    Origin origin) {

  public PlacementDefinition {
    from = List.copyOf(from);
    alternatives = List.copyOf(alternatives);
    tolerations = List.copyOf(tolerations);
    spreads = List.copyOf(spreads);
    namespaces = List.copyOf(namespaces);
  }

  /** A cluster set that is chosen from. */
  public record SetReference(GlobalName clusterSet, Origin origin) {}

  /** One {@code where} clause: a Bool expression over {@link Expr.Variable#CLUSTER}. */
  public record Alternative(Expr condition, Origin origin) {
    public Alternative {
      requireBool(condition);
    }
  }

  /**
   * A taint that does not keep a cluster out.
   *
   * @param key the taint; empty for any
   * @param value its value; empty for any
   * @param period how long after the taint was added; empty for ever
   */
  public record Toleration(
      Optional<String> key,
      Optional<String> value,
      Optional<TaintEffect> effect,
      Optional<Duration> period,
      Origin origin) {
    public Toleration {
      if (key.isEmpty() && value.isPresent()) {
        throw new IllegalArgumentException("a toleration of every taint has no value");
      }
    }
  }

  /** {@code choose}. */
  public record Count(int clusters, Origin origin) {
    public Count {
      requireRange(clusters, 0, Integer.MAX_VALUE);
    }
  }

  /**
   * How scores of clusters are weighed.
   *
   * @param only whether nothing unlisted has a say (mode Exact)
   */
  public record Preferences(boolean only, List<Preference> list, Origin origin) {
    public Preferences {
      list = List.copyOf(list);
    }
  }

  /**
   * One score and its weight.
   *
   * @param weight from -10 to 10
   */
  public record Preference(Prioritizer prioritizer, int weight, Origin origin) {
    public static final int MIN_WEIGHT = -10;
    public static final int MAX_WEIGHT = 10;

    public Preference {
      requireRange(weight, MIN_WEIGHT, MAX_WEIGHT);
    }
  }

  /** What gives a cluster its score. */
  public sealed interface Prioritizer {
    record Steady() implements Prioritizer {}

    record Balance() implements Prioritizer {}

    record AllocatableCpu() implements Prioritizer {}

    record AllocatableMemory() implements Prioritizer {}

    record AddOnScore(String resource, String score) implements Prioritizer {}
  }

  /**
   * How evenly clusters are chosen.
   *
   * @param topology a label or a claim
   * @param skew at least 1
   * @param required whether a cluster that breaks it is not chosen
   */
  public record Spread(Property topology, int skew, boolean required, Origin origin) {
    /** How many of them a placement may have. */
    public static final int MAX = 8;

    public Spread {
      requireRange(skew, 1, Integer.MAX_VALUE);
      if (!(topology instanceof Property.Label || topology instanceof Property.Claim)) {
        throw new IllegalArgumentException("clusters are spread over a label or a claim");
      }
    }
  }

  /**
   * The groups that the chosen clusters fall into.
   *
   * @param size how many clusters a group has at most; empty for all
   */
  public record Groups(List<Group> list, Optional<GroupSize> size, Origin origin) {
    public Groups {
      list = List.copyOf(list);
    }
  }

  /** A group of the decision strategy. */
  public record Group(String name, Expr condition, Origin origin) {
    public Group {
      requireBool(condition);
    }
  }

  /**
   * The size of a group.
   *
   * @param percent whether the amount is a percentage of all chosen clusters
   */
  public record GroupSize(int amount, boolean percent, Origin origin) {
    public GroupSize {
      requireRange(amount, 1, percent ? 100 : Integer.MAX_VALUE);
    }
  }

  /** {@code sort by}. */
  public record Sorting(SortBy by, Origin origin) {}

  private static void requireBool(Expr condition) {
    if (!condition.type().fits(Type.Simple.BOOL)) {
      throw new IllegalArgumentException("a condition is Bool, not " + condition.type());
    }
  }

  private static void requireRange(int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(value + " is not in " + min + ".." + max);
    }
  }
}
