package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause of {@code placement}. */
public sealed interface PlacementClause extends Node {

  /** {@code from prod, edge}. */
  record From(List<QualifiedName> clusterSets, Origin at) implements PlacementClause {
    public From {
      clusterSets = List.copyOf(clusterSets);
    }
  }

  /** {@code where condition}; several of them are alternatives. */
  record Where(Expression condition, Origin at) implements PlacementClause {}

  /**
   * {@code tolerate taint "key" == "value" effect NoSelect for 30m}.
   *
   * @param effect the taint effect, or null for any
   * @param duration for how long, or null for ever
   */
  record Tolerate(Tolerated taint, @Nullable Name effect, @Nullable Expression duration, Origin at)
      implements PlacementClause {}

  /** {@code choose all}. */
  record ChooseAll(Origin at) implements PlacementClause {}

  /** {@code choose count}. */
  record Choose(Expression count, Origin at) implements PlacementClause {}

  /**
   * {@code prefer only { … }}.
   *
   * @param only whether nothing unlisted has a say
   */
  record Prefer(boolean only, List<Preference> preferences, Origin at) implements PlacementClause {
    public Prefer {
      preferences = List.copyOf(preferences);
    }
  }

  /**
   * {@code spread over key skew 1 required}.
   *
   * @param maxSkew the largest difference allowed, or null
   * @param mode what happens when it cannot be kept, or null
   */
  record Spread(
      Expression key, Expression.@Nullable Literal maxSkew, @Nullable SpreadMode mode, Origin at)
      implements PlacementClause {}

  /** How binding a {@link Spread} is. */
  enum SpreadMode {
    REQUIRED,
    PREFERRED
  }

  /**
   * {@code groups { … size 25% }}.
   *
   * @param size the number or share of clusters per group, or null
   */
  record Groups(List<Group> groups, @Nullable Expression size, Origin at)
      implements PlacementClause {
    public Groups {
      groups = List.copyOf(groups);
    }
  }

  /**
   * {@code group canary named "1st.canary" where condition}.
   *
   * @param objectName what the group is called on the hub if that is not its name here, or null
   */
  record Group(Name name, @Nullable StringLiteral objectName, Expression condition, Origin at)
      implements Node {}

  /** {@code sort by score}. */
  record SortBy(SortKey key, Origin at) implements PlacementClause {}

  /** What {@link SortBy} sorts by. */
  enum SortKey {
    NAME,
    SCORE
  }

  /** {@code labels { … }}: labels of the placement itself. */
  record Labels(ObjectLiteral labels, Origin at) implements PlacementClause {}

  /** {@code annotations { … }}: annotations of the placement itself. */
  record Annotations(ObjectLiteral annotations, Origin at) implements PlacementClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements PlacementClause {}
}
