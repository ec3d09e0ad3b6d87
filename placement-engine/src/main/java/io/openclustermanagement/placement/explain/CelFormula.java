package io.openclustermanagement.placement.explain;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.parser.CelParserFactory;
import io.openclustermanagement.api.meta.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the common conditions out of a CEL expression: labels, claims, version and resources
 * compared with constants, their guards, and what {@code &&}, {@code ||} and {@code !} make of
 * them. Everything else is {@link Formula.Opaque}.
 */
final class CelFormula {
  private static final Formula TRUE = new Formula.All(List.of());
  private static final String LABELS = "managedCluster.metadata.labels";
  private static final String CLAIMS = "managedCluster.status.clusterClaims";
  private static final String VERSION = "managedCluster.status.version.kubernetes";
  private static final String ALLOCATABLE = "managedCluster.status.allocatable";
  private static final String CAPACITY = "managedCluster.status.capacity";
  private static final List<String> CONTAINERS =
      List.of(
          "managedCluster.metadata",
          LABELS,
          "managedCluster.status",
          CLAIMS,
          "managedCluster.status.version",
          ALLOCATABLE,
          CAPACITY);

  private CelFormula() {}

  /** The kinds of comparison: as texts, versions or quantities. */
  private enum Kind {
    TEXT,
    VERSION,
    QUANTITY
  }

  /** A fact to compare, or a constant to compare with. */
  private record Operand(Kind kind, @Nullable Fact fact, @Nullable String constant) {}

  static Formula of(String expression) {
    // Without macros, so that has() and exists() stay calls.
    CelValidationResult parsed =
        CelParserFactory.standardCelParserBuilder().build().parse(expression);
    try {
      return parsed.hasError() ? new Formula.Opaque() : formula(parsed.getAst().getExpr());
    } catch (CelValidationException e) {
      return new Formula.Opaque();
    }
  }

  private static Formula formula(CelExpr expr) {
    if (expr.getKind() == ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
      return expr.constant().booleanValue() ? TRUE : TRUE.negate();
    }
    return expr.getKind() == ExprKind.Kind.CALL ? call(expr.call()) : new Formula.Opaque();
  }

  private static Formula call(CelCall call) {
    return switch (call.function()) {
      case "_&&_" -> new Formula.All(call.args().stream().map(CelFormula::formula).toList());
      case "_||_" -> new Formula.Any(call.args().stream().map(CelFormula::formula).toList());
      case "!_" -> formula(call.args().getFirst()).negate();
      case "_==_" -> equal(call.args().get(0), call.args().get(1));
      case "_!=_" -> equal(call.args().get(0), call.args().get(1)).negate();
      case "@in" -> in(call.args().get(0), call.args().get(1));
      case "has" -> has(call.args().getFirst());
      case "exists" -> exists(call);
      case "isSemver" -> readable(operand(call.args().getFirst()));
      case "isGreaterThan" -> ordered(call.target(), call.args().getFirst(), o -> o > 0);
      case "isLessThan" -> ordered(call.target(), call.args().getFirst(), o -> o < 0);
      case "_>=_" -> compared(call, o -> o >= 0);
      case "_>_" -> compared(call, o -> o > 0);
      case "_<=_" -> compared(call, o -> o <= 0);
      case "_<_" -> compared(call, o -> o < 0);
      default -> new Formula.Opaque();
    };
  }

  /** {@code a.compareTo(b) >= 0} and the like. */
  private static Formula compared(CelCall call, IntPredicate wanted) {
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    boolean zero =
        right.getKind() == ExprKind.Kind.CONSTANT
            && right.constant().getKind() == CelConstant.Kind.INT64_VALUE
            && right.constant().int64Value() == 0;
    return zero
            && left.getKind() == ExprKind.Kind.CALL
            && left.call().function().equals("compareTo")
        ? ordered(left.call().target(), left.call().args().getFirst(), wanted)
        : new Formula.Opaque();
  }

  private static Formula ordered(Optional<CelExpr> target, CelExpr argument, IntPredicate wanted) {
    Operand left = target.map(CelFormula::operand).orElse(null);
    Operand right = operand(argument);
    if (left == null || right == null || left.kind() != right.kind()) {
      return new Formula.Opaque();
    }
    Fact fact = left.fact();
    String bound = right.constant();
    if (fact == null || bound == null || left.kind() == Kind.TEXT) {
      return new Formula.Opaque();
    }
    Predicate<Optional<String>> test =
        value -> value.map(v -> compare(left.kind(), v, bound)).filter(wanted::test).isPresent();
    return new Formula.Atom(fact, test, around(left.kind(), bound));
  }

  /** The order of two values; empty, here {@code null}, if one cannot be read. */
  private static @Nullable Integer compare(Kind kind, String a, String b) {
    if (kind == Kind.QUANTITY) {
      return Quantity.isValid(a) && Quantity.isValid(b)
          ? (Integer) new Quantity(a).compareTo(new Quantity(b))
          : null;
    }
    Optional<VersionNumber> left = VersionNumber.parse(a);
    Optional<VersionNumber> right = VersionNumber.parse(b);
    return left.isPresent() && right.isPresent()
        ? (Integer) left.get().compareTo(right.get())
        : null;
  }

  /** The bound itself, a value above and one below. */
  private static List<String> around(Kind kind, String bound) {
    if (kind == Kind.QUANTITY) {
      if (!Quantity.isValid(bound)) {
        return List.of();
      }
      String above =
          new Quantity(bound)
              .value()
              .add(java.math.BigDecimal.ONE)
              .stripTrailingZeros()
              .toPlainString();
      return List.of(bound, above, "0");
    }
    return VersionNumber.parse(bound)
        .map(v -> List.of("v" + v, "v" + v.above(), "v" + v.below()))
        .orElse(List.of());
  }

  private static Formula equal(CelExpr left, CelExpr right) {
    Operand a = operand(left);
    Operand b = operand(right);
    if (a == null || b == null || a.kind() != Kind.TEXT || b.kind() != Kind.TEXT) {
      return new Formula.Opaque();
    }
    if (a.fact() != null && b.constant() != null) {
      return oneOf(a.fact(), List.of(b.constant()));
    }
    return b.fact() != null && a.constant() != null
        ? oneOf(b.fact(), List.of(a.constant()))
        : new Formula.Opaque();
  }

  private static Formula oneOf(Fact fact, List<String> values) {
    return new Formula.Atom(fact, v -> v.filter(values::contains).isPresent(), values);
  }

  /** {@code fact in [constants]} or {@code "key" in map}. */
  private static Formula in(CelExpr element, CelExpr container) {
    String key = constant(element);
    if (key != null) {
      Fact fact = entry(path(container), key);
      return fact == null ? new Formula.Opaque() : exists(fact);
    }
    Operand operand = operand(element);
    if (operand == null
        || operand.fact() == null
        || operand.kind() != Kind.TEXT
        || container.getKind() != ExprKind.Kind.LIST) {
      return new Formula.Opaque();
    }
    List<String> values = new ArrayList<>();
    for (CelExpr item : container.list().elements()) {
      String value = constant(item);
      if (value == null) {
        return new Formula.Opaque();
      }
      values.add(value);
    }
    return oneOf(operand.fact(), values);
  }

  private static Formula has(CelExpr argument) {
    Operand operand = operand(argument);
    if (operand != null && operand.fact() != null) {
      return exists(operand.fact());
    }
    // A map that is missing comes into being with the first entry that a change sets.
    return CONTAINERS.contains(path(argument)) ? TRUE : new Formula.Opaque();
  }

  private static Formula exists(Fact fact) {
    List<String> likely =
        fact instanceof Fact.Allocatable || fact instanceof Fact.Capacity
            ? List.of("1")
            : List.of("true");
    return new Formula.Atom(fact, Optional::isPresent, likely);
  }

  private static Formula readable(@Nullable Operand operand) {
    return operand == null || !(operand.fact() instanceof Fact.Version version)
        ? new Formula.Opaque()
        : new Formula.Atom(
            version, v -> v.flatMap(VersionNumber::parse).isPresent(), List.of("v1.0.0"));
  }

  /** {@code clusterClaims.exists(c, c.name == "n" && c.value == "v")}. */
  private static Formula exists(CelCall call) {
    String variable = call.args().size() == 2 ? path(call.args().get(0)) : null;
    if (variable == null || !CLAIMS.equals(call.target().map(CelFormula::path).orElse(null))) {
      return new Formula.Opaque();
    }
    String name = null;
    List<String> values = null;
    for (CelExpr part : conjuncts(call.args().get(1))) {
      if (part.getKind() != ExprKind.Kind.CALL || part.call().args().size() != 2) {
        return new Formula.Opaque();
      }
      String field = path(part.call().args().get(0));
      List<String> constants = constants(part.call());
      if (constants.isEmpty()) {
        return new Formula.Opaque();
      } else if ((variable + ".name").equals(field) && constants.size() == 1) {
        name = constants.getFirst();
      } else if ((variable + ".value").equals(field) && values == null) {
        values = constants;
      } else {
        return new Formula.Opaque();
      }
    }
    if (name == null) {
      return new Formula.Opaque();
    }
    Fact claim = new Fact.Claim(name);
    return values == null ? exists(claim) : oneOf(claim, values);
  }

  private static List<CelExpr> conjuncts(CelExpr expr) {
    if (expr.getKind() != ExprKind.Kind.CALL || !expr.call().function().equals("_&&_")) {
      return List.of(expr);
    }
    List<CelExpr> parts = new ArrayList<>();
    expr.call().args().forEach(a -> parts.addAll(conjuncts(a)));
    return parts;
  }

  /** What the left side may be: the constant of {@code ==} or those of {@code in}; else nothing. */
  private static List<String> constants(CelCall call) {
    CelExpr right = call.args().get(1);
    if (call.function().equals("_==_")) {
      String value = constant(right);
      return value == null ? List.of() : List.of(value);
    }
    if (!call.function().equals("@in") || right.getKind() != ExprKind.Kind.LIST) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    for (CelExpr item : right.list().elements()) {
      String value = constant(item);
      if (value == null) {
        return List.of();
      }
      values.add(value);
    }
    return values;
  }

  private static @Nullable Operand operand(CelExpr expr) {
    String constant = constant(expr);
    if (constant != null) {
      return new Operand(Kind.TEXT, null, constant);
    }
    if (expr.getKind() == ExprKind.Kind.CALL && !expr.call().args().isEmpty()) {
      CelCall call = expr.call();
      switch (call.function()) {
        case "semver", "quantity" -> {
          Operand inner = operand(call.args().getFirst());
          Kind kind = call.function().equals("semver") ? Kind.VERSION : Kind.QUANTITY;
          return inner == null ? null : new Operand(kind, inner.fact(), inner.constant());
        }
        case "_[_]" -> {
          String key = constant(call.args().get(1));
          Fact fact = key == null ? null : entry(path(call.args().getFirst()), key);
          return fact == null ? null : new Operand(Kind.TEXT, fact, null);
        }
        default -> {
          return null;
        }
      }
    }
    return selected(expr);
  }

  private static @Nullable Operand selected(CelExpr expr) {
    if (expr.getKind() != ExprKind.Kind.SELECT) {
      return null;
    }
    if (VERSION.equals(path(expr))) {
      return new Operand(Kind.TEXT, new Fact.Version(), null);
    }
    Fact claim = filteredClaim(expr);
    Fact fact = claim == null ? entry(path(expr.select().operand()), expr.select().field()) : claim;
    return fact == null ? null : new Operand(Kind.TEXT, fact, null);
  }

  /** {@code clusterClaims.filter(c, c.name == "n")[0].value}. */
  private static @Nullable Fact filteredClaim(CelExpr expr) {
    CelExpr index = expr.select().operand();
    if (!expr.select().field().equals("value")
        || index.getKind() != ExprKind.Kind.CALL
        || !index.call().function().equals("_[_]")
        || index.call().args().getFirst().getKind() != ExprKind.Kind.CALL) {
      return null;
    }
    CelCall filter = index.call().args().getFirst().call();
    if (!filter.function().equals("filter")
        || filter.args().size() != 2
        || !CLAIMS.equals(filter.target().map(CelFormula::path).orElse(null))
        || filter.args().get(1).getKind() != ExprKind.Kind.CALL) {
      return null;
    }
    CelCall named = filter.args().get(1).call();
    String field = path(filter.args().get(0)) + ".name";
    List<String> names = named.args().size() == 2 ? constants(named) : List.of();
    return names.size() == 1 && field.equals(path(named.args().getFirst()))
        ? new Fact.Claim(names.getFirst())
        : null;
  }

  private static @Nullable Fact entry(@Nullable String map, String key) {
    return switch (map) {
      case LABELS -> new Fact.Label(key);
      case ALLOCATABLE -> new Fact.Allocatable(key);
      case CAPACITY -> new Fact.Capacity(key);
      case null, default -> null;
    };
  }

  private static @Nullable String constant(CelExpr expr) {
    return expr.getKind() == ExprKind.Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? expr.constant().stringValue()
        : null;
  }

  /** A chain of selections such as {@code managedCluster.metadata.labels}. */
  private static @Nullable String path(CelExpr expr) {
    if (expr.getKind() == ExprKind.Kind.IDENT) {
      return expr.ident().name();
    }
    if (expr.getKind() != ExprKind.Kind.SELECT) {
      return null;
    }
    String operand = path(expr.select().operand());
    return operand == null ? null : operand + "." + expr.select().field();
  }
}
