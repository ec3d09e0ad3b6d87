package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.kubernetes.StructuralType.ListKind;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Comparison;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Expr.Quantified;
import io.openclustermanagement.compiler.program.Expr.Quantifier;
import io.openclustermanagement.compiler.program.Expr.Relation;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.BoolValue;
import io.openclustermanagement.compiler.program.Value.IntValue;
import io.openclustermanagement.compiler.program.Value.QuantityValue;
import io.openclustermanagement.compiler.program.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The partial object that an unnamed {@code mustnothave} finds exactly where a condition holds:
 * equalities joined by {@code and}, and at most one {@code any … where} of equalities. Where the
 * comparison of the configuration-policy-controller ({@code controllers/configurationpolicy_utils})
 * differs from the condition, there is none:
 *
 * <ul>
 *   <li>zero and {@code false} are equal to an absent field;
 *   <li>texts that are quantities are compared by what they amount to;
 *   <li>of the metadata only labels and annotations are compared;
 *   <li>the first item of a list with the wanted {@code name} is taken for the wanted one, so that
 *       another of the same name is never found. Only where an API server lets no name come twice,
 *       other fields may be asked for together with it.
 * </ul>
 */
final class PartialObjects {

  private static final String NAME = "name";
  private static final Set<String> METADATA_MAPS = Set.of("labels", "annotations");

  /** Annotations that the comparison leaves out. */
  private static final List<String> IGNORED_ANNOTATIONS =
      List.of("kubectl.kubernetes.io/last-applied-configuration", "openshift.io/sa.scc.");

  private final Variable subject;
  private final StructType root;
  private final boolean secret;

  private PartialObjects(Variable subject, ResourceType type) {
    this.subject = subject;
    this.root = type.root();
    this.secret = type.kind().equals("Secret");
  }

  /** The fields of the partial object; empty where none means the same. */
  static Optional<JsonObject> of(Expr condition, Variable subject, ResourceType type) {
    return new PartialObjects(subject, type).fields(condition);
  }

  private Optional<JsonObject> fields(Expr condition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    int quantifiers = 0;
    for (Expr term : terms(condition)) {
      boolean kept =
          switch (term) {
            case Comparison comparison -> put(comparison, subject, root, tree);
            case Quantified quantified -> ++quantifiers == 1 && put(quantified, tree);
            default -> false;
          };
      if (!kept) {
        return Optional.empty();
      }
    }
    return tree.isEmpty() ? Optional.empty() : Optional.of(JsonObject.of(tree));
  }

  private static List<Expr> terms(Expr condition) {
    return condition instanceof Expr.And(List<Expr> operands, _)
        ? operands.stream().flatMap(each -> terms(each).stream()).toList()
        : List.of(condition);
  }

  private boolean put(
      Comparison comparison, Variable variable, StructType type, Map<String, Object> tree) {
    if (comparison.relation() != Relation.EQUAL) {
      return false;
    }
    boolean constantRight = comparison.right() instanceof Constant;
    Expr path = constantRight ? comparison.left() : comparison.right();
    Expr constant = constantRight ? comparison.right() : comparison.left();
    Optional<List<String>> keys = keys(path, variable);
    if (keys.isEmpty()
        || !(constant instanceof Constant(Value value, _))
        || !isCompared(keys.get(), variable)) {
      return false;
    }
    return type(type, keys.get())
        .flatMap(field -> exact(value, field))
        .filter(json -> put(tree, keys.get(), json))
        .isPresent();
  }

  private boolean put(Quantified quantified, Map<String, Object> tree) {
    Optional<List<String>> keys = keys(quantified.list(), subject);
    if (quantified.quantifier() != Quantifier.ANY
        || keys.isEmpty()
        || !isCompared(keys.get(), subject)
        || !(type(root, keys.get()).orElse(null) instanceof StructuralType.ListOf list)) {
      return false;
    }
    return item(quantified, list)
        .filter(item -> put(tree, keys.get(), new JsonArray(List.of(item))))
        .isPresent();
  }

  /** What the one wanted item of a list looks like. */
  private Optional<JsonValue> item(Quantified quantified, StructuralType.ListOf list) {
    List<Expr> terms = terms(quantified.body());
    if (list.element() instanceof StructType struct) {
      return struct(terms, quantified.variable(), struct)
          .filter(item -> isFoundByName(item, list))
          .map(JsonObject::of);
    }
    return terms.size() == 1
            && terms.getFirst() instanceof Comparison(Relation relation, Expr left, var right, _)
            && relation == Relation.EQUAL
            && left instanceof Variable variable
            && variable.name().equals(quantified.variable().name())
            && right instanceof Constant(StringValue(String text), _)
            && !text.isEmpty()
        ? Optional.of(new JsonString(text))
        : Optional.empty();
  }

  private Optional<Map<String, Object>> struct(
      List<Expr> terms, Variable variable, StructType type) {
    Map<String, Object> item = new LinkedHashMap<>();
    boolean exact =
        terms.stream()
            .allMatch(
                term ->
                    term instanceof Comparison comparison && put(comparison, variable, type, item));
    return exact && !item.isEmpty() ? Optional.of(item) : Optional.empty();
  }

  private static boolean isFoundByName(Map<String, Object> item, StructuralType.ListOf list) {
    boolean uniqueNames = list.kind() == ListKind.MAP && list.keys().equals(List.of(NAME));
    return !item.containsKey(NAME) || item.size() == 1 || uniqueNames;
  }

  // Paths.

  /** The names from the variable to a member; empty for anything else. */
  private static Optional<List<String>> keys(Expr path, Variable variable) {
    List<String> keys = new ArrayList<>();
    Expr each = path;
    while (each instanceof Member member && member.name().isPresent()) {
      keys.addFirst(member.name().get());
      each = member.target();
    }
    return each instanceof Variable root && root.name().equals(variable.name())
        ? Optional.of(keys)
        : Optional.empty();
  }

  /** Whether the comparison looks at what stands there. */
  private boolean isCompared(List<String> keys, Variable variable) {
    if (!variable.name().equals(subject.name())) {
      return !keys.isEmpty();
    }
    if (keys.isEmpty()) {
      return false;
    }
    return switch (keys.getFirst()) {
      case "apiVersion", "kind" -> false;
      case "stringData" -> !secret;
      case "metadata" -> isComparedMetadata(keys);
      default -> true;
    };
  }

  private static boolean isComparedMetadata(List<String> keys) {
    return keys.size() == 3
        && METADATA_MAPS.contains(keys.get(1))
        && IGNORED_ANNOTATIONS.stream().noneMatch(keys.get(2)::startsWith);
  }

  private static Optional<StructuralType> type(StructType from, List<String> keys) {
    StructuralType type = from;
    for (String key : keys) {
      StructField field = type instanceof StructType struct ? struct.field(key) : null;
      if (field != null && !field.nullable()) {
        type = field.type();
      } else if (type instanceof StructuralType.MapOf(StructuralType values)) {
        type = values;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(type);
  }

  /** Enters a value; not if something else stands there. */
  private static boolean put(Map<String, Object> tree, List<String> keys, JsonValue value) {
    Map<String, Object> at = tree;
    for (String key : keys.subList(0, keys.size() - 1)) {
      Object next = at.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
      if (!(next instanceof Map<?, ?>)) {
        return false;
      }
      at = asTree(next);
    }
    Object before = at.putIfAbsent(keys.getLast(), value);
    return before == null || before.equals(value);
  }

  @SuppressWarnings("unchecked") // only maps that put() made itself come here
  private static Map<String, Object> asTree(Object map) {
    return (Map<String, Object>) map;
  }

  // Values.

  /** The value in an object, if the comparison with it is an equality. */
  private static Optional<JsonValue> exact(Value value, StructuralType type) {
    return switch (type) {
      case StructuralType.Text _ ->
          value instanceof StringValue(String text) && isPlain(text)
              ? Optional.of(new JsonString(text))
              : Optional.empty();
      case StructuralType.Bool _ ->
          value.equals(new BoolValue(true)) ? Optional.of(new JsonBoolean(true)) : Optional.empty();
      case StructuralType.WholeNumber _ ->
          value instanceof IntValue(long number) && number != 0
              ? Optional.of(new JsonInteger(number))
              : Optional.empty();
      case StructuralType.Amount _ ->
          value instanceof QuantityValue(Quantity quantity)
              ? Optional.of(new JsonString(quantity.text()))
              : Optional.empty();
      case StructType _,
          StructuralType.DecimalNumber _,
          StructuralType.IntOrText _,
          StructuralType.ListOf _,
          StructuralType.MapOf _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _ ->
          Optional.empty();
    };
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty() && !Quantity.isValid(text);
  }
}
