package io.openclustermanagement.placement.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.placement.cel.CelCondition.Comparison;
import io.openclustermanagement.placement.cel.CelCondition.ResourceField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes the forms of atoms that people write and that our compiler generates. */
final class ConditionRecognizer {
  private static final List<String> LABELS = List.of("metadata", "labels");
  private static final List<String> CLAIMS = List.of("status", "clusterClaims");
  private static final List<String> VERSION = List.of("status", "version", "kubernetes");

  private ConditionRecognizer() {}

  static Optional<CelCondition> recognize(CelExpr atom) {
    CelCondition condition =
        switch (atom.getKind()) {
          case CALL -> call(atom.call());
          case SELECT -> atom.select().testOnly() ? labelExists(path(atom)) : null;
          case COMPREHENSION -> claim(atom.comprehension());
          default -> null;
        };
    return Optional.ofNullable(condition);
  }

  private static @Nullable CelCondition call(CelCall call) {
    return switch (call.function()) {
      case "_==_", "_!=_" -> {
        CelCondition label = labelEquals(call);
        yield label == null ? comparison(call) : label;
      }
      case "_<_", "_<=_", "_>_", "_>=_" -> comparison(call);
      case "@in" -> in(call);
      case "isGreaterThan" -> compared(call, Comparison.GREATER);
      case "isLessThan" -> compared(call, Comparison.LESS);
      default -> null;
    };
  }

  private static @Nullable CelCondition labelEquals(CelCall call) {
    boolean negated = call.function().equals("_!=_");
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    boolean flipped = text(left) != null;
    String key = label(path(flipped ? right : left));
    String value = text(flipped ? left : right);
    if (value == null) {
      return null;
    }
    if (key != null) {
      return new CelCondition.LabelIn(key, Set.of(value), negated);
    }
    String claim = negated ? null : filteredClaim(flipped ? right : left);
    return claim == null ? null : new CelCondition.ClaimIn(claim, Set.of(value));
  }

  private static @Nullable CelCondition in(CelCall call) {
    String text = text(call.args().get(0));
    List<String> container = path(call.args().get(1));
    if (text != null && LABELS.equals(container)) {
      return new CelCondition.LabelExists(text);
    }
    String key = label(path(call.args().get(0)));
    Set<String> values = texts(call.args().get(1));
    if (values == null) {
      return null;
    }
    String claim = filteredClaim(call.args().get(0));
    if (claim != null) {
      return new CelCondition.ClaimIn(claim, values);
    }
    return key == null ? null : new CelCondition.LabelIn(key, values, false);
  }

  /** The name in {@code managedCluster.status.clusterClaims.filter(c, c.name == "a")[0].value}. */
  private static @Nullable String filteredClaim(CelExpr expr) {
    boolean first =
        expr.getKind() == Kind.SELECT
            && !expr.select().testOnly()
            && expr.select().field().equals("value")
            && isCall(expr.select().operand(), "_[_]");
    if (!first) {
      return null;
    }
    CelCall index = expr.select().operand().call();
    if (index.args().get(0).getKind() != Kind.COMPREHENSION || !isZero(index.args().get(1))) {
      return null;
    }
    CelComprehension fold = index.args().get(0).comprehension();
    return CLAIMS.equals(path(fold.iterRange())) && isCall(fold.loopStep(), "_?_:_")
        ? fieldEquals(fold.loopStep().call().args().get(0), fold.iterVar(), "name")
        : null;
  }

  private static boolean isZero(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.INT64_VALUE
        && expr.constant().int64Value() == 0;
  }

  private static @Nullable CelCondition labelExists(@Nullable List<String> path) {
    String key = label(path);
    return key == null ? null : new CelCondition.LabelExists(key);
  }

  private static @Nullable String label(@Nullable List<String> path) {
    return path != null && path.size() == 3 && path.subList(0, 2).equals(LABELS)
        ? path.getLast()
        : null;
  }

  /** {@code managedCluster.status.clusterClaims.exists(c, c.name == "a" && c.value == "b")}. */
  private static @Nullable CelCondition claim(CelComprehension fold) {
    boolean exists =
        CLAIMS.equals(path(fold.iterRange()))
            && isConstant(fold.accuInit(), false)
            && isCall(fold.loopStep(), "_||_");
    if (!exists) {
      return null;
    }
    CelExpr predicate = fold.loopStep().call().args().get(1);
    if (!isCall(predicate, "_&&_")) {
      String name = fieldEquals(predicate, fold.iterVar(), "name");
      return name == null ? null : new CelCondition.ClaimIn(name, Set.of());
    }
    CelExpr first = predicate.call().args().get(0);
    CelExpr second = predicate.call().args().get(1);
    String name = fieldEquals(first, fold.iterVar(), "name");
    Set<String> values = fieldIn(name == null ? first : second, fold.iterVar());
    name = name == null ? fieldEquals(second, fold.iterVar(), "name") : name;
    return name == null || values == null ? null : new CelCondition.ClaimIn(name, values);
  }

  private static @Nullable String fieldEquals(CelExpr expr, String variable, String field) {
    boolean equality = isCall(expr, "_==_") && isField(expr.call().args().get(0), variable, field);
    return equality ? text(expr.call().args().get(1)) : null;
  }

  private static @Nullable Set<String> fieldIn(CelExpr expr, String variable) {
    if (isCall(expr, "@in") && isField(expr.call().args().get(0), variable, "value")) {
      return texts(expr.call().args().get(1));
    }
    String value = fieldEquals(expr, variable, "value");
    return value == null ? null : Set.of(value);
  }

  private static boolean isField(CelExpr expr, String variable, String field) {
    return expr.getKind() == Kind.SELECT
        && !expr.select().testOnly()
        && expr.select().field().equals(field)
        && expr.select().operand().getKind() == Kind.IDENT
        && expr.select().operand().ident().name().equals(variable);
  }

  /** {@code a.compareTo(b) >= 0}. */
  private static @Nullable CelCondition comparison(CelCall call) {
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    if (!isZero(right) || !isCall(left, "compareTo")) {
      return null;
    }
    Comparison comparison =
        switch (call.function()) {
          case "_<_" -> Comparison.LESS;
          case "_<=_" -> Comparison.AT_MOST;
          case "_>_" -> Comparison.GREATER;
          case "_>=_" -> Comparison.AT_LEAST;
          case "_==_" -> Comparison.EQUAL;
          default -> Comparison.OTHER;
        };
    return compared(left.call(), comparison);
  }

  private static @Nullable CelCondition compared(CelCall call, Comparison comparison) {
    CelExpr left = call.target().orElse(null);
    CelExpr right = call.args().getFirst();
    if (left == null || left.getKind() != Kind.CALL || right.getKind() != Kind.CALL) {
      return null;
    }
    CelCondition version = version(left.call(), comparison, right.call());
    return version == null ? resource(left.call(), comparison, right.call()) : version;
  }

  private static @Nullable CelCondition version(
      CelCall left, Comparison comparison, CelCall right) {
    boolean versions = left.function().equals("semver") && right.function().equals("semver");
    if (!versions || !isVersion(left.args().getFirst())) {
      return null;
    }
    String text = text(right.args().getFirst());
    return text != null && text.matches("[0-9]+\\.[0-9]+\\.[0-9]+")
        ? new CelCondition.VersionCompares(comparison, text)
        : null;
  }

  /** The version, or the version with its {@code v} taken off. */
  private static boolean isVersion(CelExpr expr) {
    boolean cut = isCall(expr, "substring") || isCall(expr, "replace");
    CelExpr subject = cut ? expr.call().target().orElse(expr) : expr;
    return VERSION.equals(path(subject));
  }

  private static @Nullable CelCondition resource(
      CelCall left, Comparison comparison, CelCall right) {
    if (!left.function().equals("quantity") || !right.function().equals("quantity")) {
      return null;
    }
    List<String> path = path(left.args().getFirst());
    String amount = text(right.args().getFirst());
    if (path == null || path.size() != 3 || amount == null || !Quantity.isValid(amount)) {
      return null;
    }
    ResourceField field =
        switch (path.get(0) + "." + path.get(1)) {
          case "status.allocatable" -> ResourceField.ALLOCATABLE;
          case "status.capacity" -> ResourceField.CAPACITY;
          default -> null;
        };
    return field == null
        ? null
        : new CelCondition.ResourceCompares(
            field, path.getLast(), comparison, new Quantity(amount));
  }

  /** The names that lead from the cluster to a field; {@code null} for any other expression. */
  private static @Nullable List<String> path(CelExpr expr) {
    if (expr.getKind() == Kind.IDENT) {
      return expr.ident().name().equals(Planner.MANAGED_CLUSTER) ? new ArrayList<>() : null;
    }
    boolean index = isCall(expr, "_[_]");
    if (!index && expr.getKind() != Kind.SELECT) {
      return null;
    }
    List<String> path = path(index ? expr.call().args().get(0) : expr.select().operand());
    String name = index ? text(expr.call().args().get(1)) : expr.select().field();
    if (path == null || name == null) {
      return null;
    }
    path.add(name);
    return path;
  }

  private static boolean isCall(CelExpr expr, String function) {
    return expr.getKind() == Kind.CALL && expr.call().function().equals(function);
  }

  private static boolean isConstant(CelExpr expr, boolean value) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
        && expr.constant().booleanValue() == value;
  }

  private static @Nullable String text(CelExpr expr) {
    boolean text =
        expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return text ? expr.constant().stringValue() : null;
  }

  private static @Nullable Set<String> texts(CelExpr expr) {
    if (expr.getKind() != Kind.LIST) {
      return null;
    }
    Set<String> texts = new HashSet<>();
    for (CelExpr element : expr.list().elements()) {
      String text = text(element);
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }
}
