package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.ExpressionPrinter.wrapped;
import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import java.util.List;

/** Prints the clauses of deployments. */
final class DeployPrinter {

  private final Emitter emitter;
  private final ExpressionPrinter expressions;
  private final ResourcePrinter resources;

  DeployPrinter(Emitter emitter, ExpressionPrinter expressions, ResourcePrinter resources) {
    this.emitter = emitter;
    this.expressions = expressions;
    this.resources = resources;
  }

  FormatNode clause(DeployClause clause) {
    return switch (clause) {
      case DeployClause.To c -> spaced(emitter.word("to"), emitter.names(c.placements()));
      case DeployClause.Manifests c ->
          spaced(emitter.word("manifests"), emitter.block(c.resources(), resources::print));
      case DeployClause.Rollout c -> rollout(c);
      case DeployClause.Apply c -> apply(c);
      case DeployClause.HealthyWhen c -> healthy(c);
      case DeployClause.Report c ->
          spaced(
              emitter.word("report"),
              resources.named(c.kind(), c.name(), c.namespace()),
              c.paths() == null ? emitter.word("status") : expressions.list(c.paths()));
      case DeployClause.AsServiceAccount c ->
          spaced(emitter.words("as", "serviceaccount"), expressions.string(c.account()));
      case DeployClause.OnDelete c -> emitter.words("on", "delete", propagation(c.propagation()));
      case DeployClause.Labels c -> spaced(emitter.word("labels"), expressions.print(c.labels()));
      case DeployClause.Annotations c ->
          spaced(emitter.word("annotations"), expressions.print(c.annotations()));
      case DeployClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  private FormatNode rollout(DeployClause.Rollout clause) {
    FormatNode head = emitter.words("rollout", rolloutType(clause.type()));
    List<RolloutClause> clauses = ClauseOrder.ROLLOUT.sorted(clause.clauses());
    boolean bare = clauses.isEmpty() && !emitter.tokens().isNext("{");
    return bare ? head : spaced(head, emitter.block(clauses, this::rolloutClause));
  }

  private FormatNode rolloutClause(RolloutClause clause) {
    return switch (clause) {
      case RolloutClause.FirstGroup c ->
          spaced(emitter.words("first", "group"), emitter.name(c.group()));
      case RolloutClause.AtMost c ->
          spaced(emitter.words("at", "most"), expressions.print(c.clusters()));
      case RolloutClause.Soak c -> spaced(emitter.word("soak"), expressions.print(c.duration()));
      case RolloutClause.Deadline c ->
          spaced(emitter.word("deadline"), expressions.print(c.duration()));
      case RolloutClause.MaxFailures c ->
          spaced(emitter.words("max", "failures"), expressions.print(c.clusters()));
      case RolloutClause.Error c -> throw ExpressionPrinter.unprintable(c);
    };
  }

  private FormatNode apply(DeployClause.Apply clause) {
    return concat(
        spaced(
            emitter.words("apply", applyMode(clause.mode())),
            clause.force() ? emitter.word("force") : FormatNode.NOTHING),
        clause.ignoring() == null
            ? FormatNode.NOTHING
            : wrapped(spaced(emitter.word("ignoring"), expressions.list(clause.ignoring()))));
  }

  private FormatNode healthy(DeployClause.HealthyWhen clause) {
    FormatNode head =
        spaced(
            emitter.words("healthy", "when"),
            resources.named(clause.kind(), clause.name(), clause.namespace()));
    return concat(head, emitter.hug(":"), wrapped(expressions.print(clause.condition())));
  }

  private static String rolloutType(DeployClause.RolloutType type) {
    return switch (type) {
      case ALL -> "all";
      case PROGRESSIVE -> "progressive";
      case PER_GROUP -> "perGroup";
    };
  }

  private static String applyMode(DeployClause.ApplyMode mode) {
    return switch (mode) {
      case UPDATE -> "update";
      case SERVER_SIDE -> "serverSide";
      case CREATE_ONLY -> "createOnly";
      case READ_ONLY -> "readOnly";
    };
  }

  private static String propagation(DeployClause.Propagation propagation) {
    return switch (propagation) {
      case FOREGROUND -> "foreground";
      case BACKGROUND -> "background";
      case ORPHAN -> "orphan";
    };
  }
}
