package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.group;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import java.util.ArrayList;
import java.util.List;

/** Prints what fleets and fleet rules consist of. */
final class FleetPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;
  private final ResourcePrinter resources;
  private final PlacementPrinter placements;

  FleetPrinter(
      Emitter emitter,
      ExpressionPrinter expressions,
      ResourcePrinter resources,
      PlacementPrinter placements) {
    this.emitter = emitter;
    this.expressions = expressions;
    this.resources = resources;
    this.placements = placements;
  }

  FormatNode member(FleetMember member) {
    return switch (member) {
      case FleetMember.Cluster cluster -> spaced(clusterHead(cluster), clauses(cluster));
      case FleetMember.PolicyState m ->
          spaced(emitter.word("policy"), state(m.policy(), m.state(), m.clusters()));
      case FleetMember.Error m -> throw ExpressionPrinter.unprintable(m);
    };
  }

  /** {@code policy is Compliant on [a, b]}. */
  FormatNode state(QualifiedName policy, Name state, List<QualifiedName> clusters) {
    return spaced(
        emitter.qualified(policy),
        emitter.word("is"),
        emitter.name(state),
        emitter.word("on"),
        emitter.nameList(clusters));
  }

  private FormatNode clusterHead(FleetMember.Cluster cluster) {
    return spaced(
        emitter.word("cluster"),
        emitter.name(cluster.name()),
        cluster.parent() == null
            ? FormatNode.NOTHING
            : spaced(emitter.word("like"), emitter.name(cluster.parent())),
        cluster.names() == null
            ? FormatNode.NOTHING
            : spaced(emitter.word("named"), expressions.list(cluster.names())));
  }

  /** The facts stand on one line if they fit there and the author did not break the line. */
  private FormatNode clauses(FleetMember.Cluster cluster) {
    List<ClusterClause> clauses = ClauseOrder.CLUSTER.sorted(cluster.clauses());
    if (clauses.isEmpty() || emitter.isBrokenAhead("{")) {
      return emitter.block(clauses, this::clusterClause);
    }
    int opening = emitter.tokens().takeHugging("{");
    List<FormatNode> parts = new ArrayList<>();
    for (ClusterClause clause : clauses) {
      emitter.seek(clause);
      parts.add(FormatNode.LINE);
      parts.add(clusterClause(clause));
    }
    int closing = emitter.tokens().takeClosing(opening, "}");
    parts.add(new FormatNode.Dangling(closing, BlankLine.NEVER));
    return group(
        new FormatNode.Token("{", opening),
        new FormatNode.Indent(new FormatNode.Concat(parts)),
        FormatNode.LINE,
        new FormatNode.Token("}", closing));
  }

  FormatNode clusterClause(ClusterClause clause) {
    return switch (clause) {
      case ClusterClause.Set c -> spaced(emitter.word("set"), emitter.qualified(c.clusterSet()));
      case ClusterClause.Labels c -> spaced(emitter.word("labels"), expressions.print(c.labels()));
      case ClusterClause.Claims c -> spaced(emitter.word("claims"), expressions.print(c.claims()));
      case ClusterClause.Version c ->
          spaced(emitter.word("version"), expressions.print(c.version()));
      case ClusterClause.Allocatable c ->
          spaced(emitter.word("allocatable"), expressions.print(c.resources()));
      case ClusterClause.Taint c ->
          spaced(placements.taint(c.key(), c.value()), emitter.name(c.effect()));
      case ClusterClause.Condition c ->
          spaced(
              emitter.word("condition"),
              emitter.name(c.type()),
              emitter.word("="),
              emitter.name(c.status()));
      case ClusterClause.Score c ->
          spaced(
              emitter.word("score"),
              expressions.string(c.resource()),
              expressions.print(c.scores()));
      case ClusterClause.Resources c -> spaced(emitter.word("resources"), resources(c));
      case ClusterClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  /** One file stands without braces, as the author wrote it. */
  private FormatNode resources(ClusterClause.Resources clause) {
    boolean bare =
        clause.resources().size() == 1
            && clause.resources().getFirst() instanceof Resource.FromFile
            && !emitter.tokens().isNext("{");
    return bare
        ? resources.print(clause.resources().getFirst())
        : emitter.block(clause.resources(), resources::print);
  }

  FormatNode fleetRuleClause(FleetRuleClause clause) {
    return switch (clause) {
      case FleetRuleClause.ForEach c -> forEach(c);
      case FleetRuleClause.Let c ->
          spaced(emitter.word("let"), emitter.name(c.name()), expressions.assigned(c.value()));
      case FleetRuleClause.Expect c ->
          spaced(emitter.word("expect"), expressions.print(c.condition()));
      case FleetRuleClause.Severity c -> spaced(emitter.word("severity"), emitter.name(c.level()));
      case FleetRuleClause.Message c ->
          spaced(emitter.word("message"), expressions.string(c.text()));
      case FleetRuleClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  private FormatNode forEach(FleetRuleClause.ForEach clause) {
    return concat(
        spaced(
            emitter.words("for", "each"),
            emitter.name(clause.variable()),
            emitter.word("in"),
            expressions.print(clause.source())),
        clause.groupedBy() == null
            ? FormatNode.NOTHING
            : wrapped(
                spaced(emitter.words("grouped", "by"), expressions.print(clause.groupedBy()))));
  }
}
