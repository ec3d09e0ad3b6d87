package io.openclustermanagement.placement.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks calls of {@code format} whose template and arguments are written out ({@code
 * stringFormatValidatorV2} of {@code ext/formatting_v2.go}).
 */
final class FormatCheck {
  private static final Set<CelKind> DECIMAL = Set.of(CelKind.INT, CelKind.UINT, CelKind.DOUBLE);
  private static final Set<CelKind> INTEGER = Set.of(CelKind.INT, CelKind.UINT);
  private static final Set<CelKind> BINARY = Set.of(CelKind.INT, CelKind.UINT, CelKind.BOOL);
  private static final Set<CelKind> HEXADECIMAL =
      Set.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES);
  private static final Set<CelKind> TEXT =
      Set.of(
          CelKind.LIST,
          CelKind.MAP,
          CelKind.INT,
          CelKind.UINT,
          CelKind.DOUBLE,
          CelKind.BOOL,
          CelKind.STRING,
          CelKind.TIMESTAMP,
          CelKind.BYTES,
          CelKind.DURATION,
          CelKind.TYPE,
          CelKind.NULL_TYPE);

  private final CelAbstractSyntaxTree tree;
  private final List<CelIssue> issues = new ArrayList<>();

  private FormatCheck(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  static List<CelIssue> check(CelAbstractSyntaxTree tree) {
    FormatCheck check = new FormatCheck(tree);
    check.visit(tree.getExpr());
    return check.issues;
  }

  private void visit(CelExpr expr) {
    children(expr).forEach(this::visit);
    boolean literal =
        expr.getKind() == Kind.CALL
            && expr.call().function().equals("format")
            && expr.call().target().map(t -> t.getKind() == Kind.CONSTANT).orElse(false)
            && expr.call().args().getFirst().getKind() == Kind.LIST;
    if (literal) {
      String template = expr.call().target().orElseThrow().constant().stringValue();
      checkCall(expr.id(), template, expr.call().args().getFirst().list().elements());
    }
  }

  private static List<CelExpr> children(CelExpr expr) {
    List<CelExpr> children = new ArrayList<>();
    switch (expr.getKind()) {
      case SELECT -> children.add(expr.select().operand());
      case CALL -> {
        expr.call().target().ifPresent(children::add);
        children.addAll(expr.call().args());
      }
      case LIST -> children.addAll(expr.list().elements());
      case MAP ->
          expr.map()
              .entries()
              .forEach(entry -> children.addAll(List.of(entry.key(), entry.value())));
      case STRUCT -> expr.struct().entries().forEach(entry -> children.add(entry.value()));
      case COMPREHENSION -> {
        var fold = expr.comprehension();
        children.addAll(
            List.of(
                fold.iterRange(),
                fold.accuInit(),
                fold.loopCondition(),
                fold.loopStep(),
                fold.result()));
      }
      case CONSTANT, IDENT, NOT_SET -> {}
    }
    return children;
  }

  private void checkCall(long id, String template, List<CelExpr> arguments) {
    int used = 0;
    for (StringFormat.Piece piece : StringFormat.parse(template)) {
      switch (piece) {
        case StringFormat.Piece.Literal literal -> {}
        case StringFormat.Piece.Invalid(String problem) -> {
          report(id, problem);
          return;
        }
        case StringFormat.Piece.Argument(StringFormat.Clause clause) -> {
          if (used == arguments.size()) {
            report(id, "index %d out of range".formatted(used));
            return;
          }
          if (!checkArgument(clause, arguments.get(used++))) {
            return;
          }
        }
      }
    }
    if (used < arguments.size()) {
      report(
          id,
          "too many arguments supplied to string.format (expected %d, got %d)"
              .formatted(used, arguments.size()));
    }
  }

  private boolean checkArgument(StringFormat.Clause clause, CelExpr argument) {
    return switch (clause.verb()) {
      case 's' -> checkText(argument);
      case 'd' -> checkKind(argument, DECIMAL, "decimal", "ints, uints, and doubles");
      case 'f' -> checkKind(argument, DECIMAL, "fixed-point", "ints, uints, and doubles");
      case 'e' -> checkKind(argument, DECIMAL, "scientific", "ints, uints, and doubles");
      case 'o' -> checkKind(argument, INTEGER, "octal", "ints and uints");
      case 'b' ->
          isOneOf(argument, BINARY)
              || refuse(argument, "only ints, uints, and bools can be formatted as binary");
      default ->
          isOneOf(argument, HEXADECIMAL)
              || refuse(argument, "only ints, uints, bytes, and strings can be formatted as hex");
    };
  }

  private boolean checkKind(CelExpr argument, Set<CelKind> kinds, String clause, String allowed) {
    return isOneOf(argument, kinds)
        || refuse(argument, "%s clause can only be used on %s".formatted(clause, allowed));
  }

  private boolean checkText(CelExpr argument) {
    if (!isOneOf(argument, TEXT)) {
      return refuse(
          argument,
          "string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists,"
              + " types, durations, and timestamps");
    }
    boolean container = argument.getKind() == Kind.LIST || argument.getKind() == Kind.MAP;
    return !container || children(argument).stream().allMatch(this::checkText);
  }

  private boolean isOneOf(CelExpr argument, Set<CelKind> kinds) {
    CelKind kind = tree.getTypeOrThrow(argument.id()).kind();
    return kind == CelKind.DYN || kinds.contains(kind);
  }

  private boolean refuse(CelExpr argument, String rule) {
    CelType type = tree.getTypeOrThrow(argument.id());
    report(argument.id(), "error during formatting: %s, was given %s".formatted(rule, type.name()));
    return false;
  }

  private void report(long id, String problem) {
    int offset = tree.getSource().getPositionsMap().getOrDefault(id, 0);
    CelSourceLocation location =
        tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
    issues.add(CelIssue.formatError(id, location, problem));
  }
}
