package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.Preference;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.Tolerated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints the clauses of cluster sets and placements. */
final class PlacementPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;

  PlacementPrinter(Emitter emitter, ExpressionPrinter expressions) {
    this.emitter = emitter;
    this.expressions = expressions;
  }

  FormatNode clusterSetClause(ClusterSetClause clause) {
    return switch (clause) {
      case ClusterSetClause.MembersLabelled _ -> emitter.words("members", "labelled");
      case ClusterSetClause.MembersExisting _ -> emitter.words("members", "existing");
      case ClusterSetClause.MembersWhere c ->
          spaced(emitter.words("members", "where"), expressions.print(c.condition()));
      case ClusterSetClause.BindTo c ->
          spaced(emitter.words("bind", "to"), expressions.list(c.namespaces()));
      case ClusterSetClause.ManageNamespaces c ->
          spaced(emitter.words("manage", "namespaces"), expressions.list(c.namespaces()));
      case ClusterSetClause.Labels c ->
          spaced(emitter.word("labels"), expressions.print(c.labels()));
      case ClusterSetClause.Annotations c ->
          spaced(emitter.word("annotations"), expressions.print(c.annotations()));
      case ClusterSetClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  FormatNode placementClause(PlacementClause clause) {
    return switch (clause) {
      case PlacementClause.From c -> spaced(emitter.word("from"), emitter.names(c.clusterSets()));
      case PlacementClause.Where c ->
          spaced(emitter.word("where"), expressions.print(c.condition()));
      case PlacementClause.Tolerate c -> tolerate(c);
      case PlacementClause.ChooseAll _ -> emitter.words("choose", "all");
      case PlacementClause.Choose c -> spaced(emitter.word("choose"), expressions.print(c.count()));
      case PlacementClause.Prefer c ->
          spaced(
              emitter.word("prefer"),
              c.only() ? emitter.word("only") : FormatNode.NOTHING,
              emitter.block(c.preferences(), this::preference));
      case PlacementClause.Spread c -> spread(c);
      case PlacementClause.Groups c -> spaced(emitter.word("groups"), groups(c));
      case PlacementClause.SortBy c -> emitter.words("sort", "by", sortKey(c.key()));
      case PlacementClause.Labels c ->
          spaced(emitter.word("labels"), expressions.print(c.labels()));
      case PlacementClause.Annotations c ->
          spaced(emitter.word("annotations"), expressions.print(c.annotations()));
      case PlacementClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  /** A taint with its value, if it has one. */
  FormatNode taint(KeyPath key, @Nullable StringLiteral value) {
    return spaced(
        emitter.word("taint"),
        expressions.objects().keyPath(key),
        value == null ? FormatNode.NOTHING : spaced(emitter.word("=="), expressions.string(value)));
  }

  private FormatNode tolerate(PlacementClause.Tolerate clause) {
    return concat(
        spaced(emitter.word("tolerate"), tolerated(clause.taint())),
        clause.effect() == null
            ? FormatNode.NOTHING
            : wrapped(spaced(emitter.word("effect"), emitter.name(clause.effect()))),
        clause.duration() == null
            ? FormatNode.NOTHING
            : wrapped(spaced(emitter.word("for"), expressions.print(clause.duration()))));
  }

  private FormatNode tolerated(Tolerated tolerated) {
    return switch (tolerated) {
      case Tolerated.Taint taint -> taint(taint.key(), taint.value());
      case Tolerated.Unreachable _ -> emitter.word("unreachable");
      case Tolerated.Unavailable _ -> emitter.word("unavailable");
      case Tolerated.All _ -> emitter.word("all");
    };
  }

  private FormatNode preference(Preference preference) {
    return switch (preference) {
      case Preference.Steady p -> weighted(emitter.word("steady"), p.weight());
      case Preference.Balance p -> weighted(emitter.word("balance"), p.weight());
      case Preference.Allocatable p ->
          weighted(spaced(emitter.word("allocatable"), emitter.name(p.resource())), p.weight());
      case Preference.Score p -> weighted(score(p), p.weight());
      case Preference.Error p -> throw ExpressionPrinter.unprintable(p);
    };
  }

  private FormatNode score(Preference.Score score) {
    return concat(
        spaced(emitter.word("score"), expressions.string(score.resource())),
        emitter.word("/"),
        expressions.string(score.score()));
  }

  private FormatNode weighted(FormatNode preference, Expression.Literal weight) {
    return spaced(preference, emitter.word("weight"), expressions.literal(weight));
  }

  private FormatNode spread(PlacementClause.Spread clause) {
    return concat(
        spaced(emitter.words("spread", "over"), expressions.print(clause.key())),
        clause.maxSkew() == null
            ? FormatNode.NOTHING
            : wrapped(spaced(emitter.word("skew"), expressions.literal(clause.maxSkew()))),
        clause.mode() == null
            ? FormatNode.NOTHING
            : wrapped(emitter.word(spreadMode(clause.mode()))));
  }

  private static String spreadMode(PlacementClause.SpreadMode mode) {
    return switch (mode) {
      case REQUIRED -> "required";
      case PREFERRED -> "preferred";
    };
  }

  private static String sortKey(PlacementClause.SortKey key) {
    return switch (key) {
      case NAME -> "name";
      case SCORE -> "score";
    };
  }

  /** Groups in their order, and the size of all of them below. */
  private FormatNode groups(PlacementClause.Groups clause) {
    int opening = emitter.tokens().takeHugging("{");
    List<FormatNode> parts = new ArrayList<>();
    for (PlacementClause.Group group : clause.groups()) {
      parts.add(new FormatNode.ItemStart(emitter.seek(group), blankAbove(parts)));
      parts.add(group(group));
    }
    if (clause.size() != null) {
      int start = emitter.seekBefore(clause.size(), "size");
      parts.add(new FormatNode.ItemStart(start, blankAbove(parts)));
      parts.add(spaced(emitter.word("size"), expressions.print(clause.size())));
    }
    return emitter.closed(opening, parts);
  }

  private static BlankLine blankAbove(List<FormatNode> itemsBefore) {
    return itemsBefore.isEmpty() ? BlankLine.NEVER : BlankLine.AS_WRITTEN;
  }

  private FormatNode group(PlacementClause.Group group) {
    return spaced(
        emitter.word("group"),
        emitter.name(group.name()),
        expressions.objectName(group.objectName()),
        emitter.word("where"),
        expressions.print(group.condition()));
  }
}
