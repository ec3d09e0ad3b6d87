package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.importer.CelTree.Call;
import io.openclustermanagement.compiler.importer.CelTree.Index;
import io.openclustermanagement.compiler.importer.CelTree.Literal;
import io.openclustermanagement.compiler.importer.CelTree.Name;
import io.openclustermanagement.compiler.importer.CelTree.Operation;
import io.openclustermanagement.compiler.importer.CelTree.Select;
import io.openclustermanagement.compiler.importer.CelTree.Text;
import io.openclustermanagement.dsl.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property of a cluster that a CEL expression reads.
 *
 * @param expression the property in the language
 * @param type what its values are
 * @param required the guards without which reading it may fail
 * @param implied what holds wherever reading it does not fail
 */
record CelProperty(Expression expression, Type type, Set<CelTree> required, Set<CelTree> implied) {

  /** Types of properties. */
  enum Type {
    LABEL,
    CLAIM,
    NAME,
    QUANTITY,
    VERSION,
    AVAILABLE
  }

  CelProperty {
    required = Set.copyOf(required);
    implied = Set.copyOf(implied);
  }

  private static final CelTree CLUSTER = new Name("managedCluster");
  private static final CelTree METADATA = new Select(CLUSTER, "metadata");
  private static final CelTree STATUS = new Select(CLUSTER, "status");
  private static final CelTree LABELS = new Select(METADATA, "labels");
  private static final CelTree CLAIMS = new Select(STATUS, "clusterClaims");
  private static final CelTree CONDITIONS = new Select(STATUS, "conditions");
  private static final CelTree VERSION = new Select(new Select(STATUS, "version"), "kubernetes");
  private static final Map<CelTree, String> MAPS =
      Map.of(
          LABELS,
          "label",
          new Select(STATUS, "allocatable"),
          "allocatable",
          new Select(STATUS, "capacity"),
          "capacity");
  private static final CelTree BARE_VERSION =
      new Call(VERSION, "replace", List.of(new Text("v"), new Text(""), new Literal("1")));

  /** Whether a property holds text. */
  boolean isText() {
    return type == Type.LABEL || type == Type.CLAIM || type == Type.NAME;
  }

  /** The property that a tree reads; empty if it reads none. */
  static Optional<CelProperty> of(CelTree tree) {
    return label(tree)
        .or(() -> claim(tree))
        .or(() -> name(tree))
        .or(() -> quantity(tree))
        .or(() -> version(tree))
        .or(() -> available(tree));
  }

  /** What a guard asks, in the form that {@link #required} and {@link #implied} have. */
  static CelTree guard(CelTree tree) {
    if (tree instanceof Call(CelTree target, String function, List<CelTree> arguments)) {
      if (target == null
          && function.equals("has")
          && arguments.size() == 1
          && arguments.getFirst() instanceof Select(CelTree map, String key)
          && MAPS.containsKey(map)) {
        return contains(map, key);
      }
      String claim = CLAIMS.equals(target) ? namedItem(function, "exists", arguments) : null;
      return claim == null ? tree : claimExists(claim);
    }
    return tree;
  }

  /** The property whose presence a set of guards asks for, a resource or the version, if any. */
  static Optional<CelProperty> asked(Set<CelTree> guards) {
    for (CelTree guard : guards) {
      Optional<CelProperty> property =
          switch (guard) {
            case Operation(String operator, Text(String key), CelTree map)
                when operator.equals("in") && MAPS.containsKey(map) && !map.equals(LABELS) ->
                quantity(new Call(null, "quantity", List.of(new Index(map, new Text(key)))));
            case Call(CelTree target, String function, var arguments)
                when target == null
                    && function.equals("isSemver")
                    && arguments.equals(List.of(BARE_VERSION)) ->
                version(new Call(null, "semver", arguments));
            default -> Optional.empty();
          };
      if (property.isPresent()) {
        return property;
      }
    }
    return Optional.empty();
  }

  private static Optional<CelProperty> label(CelTree tree) {
    return entry(tree, LABELS)
        .map(
            key -> {
              Set<CelTree> guards = Set.of(has(LABELS), contains(LABELS, key));
              return create(Trees.property("label", key), Type.LABEL, guards, METADATA);
            });
  }

  private static Optional<CelProperty> name(CelTree tree) {
    return tree.equals(new Select(METADATA, "name"))
        ? Optional.of(create(Trees.property("name"), Type.NAME, Set.of(), METADATA))
        : Optional.empty();
  }

  /** The first claim of a name: {@code filter(c, c.name == "…")[0].value}. */
  private static Optional<CelProperty> claim(CelTree tree) {
    if (tree
            instanceof
            Select(Index(Call(CelTree target, var function, var arguments), var index), var field)
        && CLAIMS.equals(target)
        && index.equals(new Literal("0"))
        && field.equals("value")) {
      String key = namedItem(function, "filter", arguments);
      if (key != null) {
        Set<CelTree> guards = Set.of(has(CLAIMS), claimExists(key));
        return Optional.of(create(Trees.property("claim", key), Type.CLAIM, guards, STATUS));
      }
    }
    return Optional.empty();
  }

  private static Optional<CelProperty> quantity(CelTree tree) {
    if (!(tree instanceof Call(CelTree target, String function, List<CelTree> arguments))
        || target != null
        || !function.equals("quantity")
        || arguments.size() != 1) {
      return Optional.empty();
    }
    for (Map.Entry<CelTree, String> each : MAPS.entrySet()) {
      CelTree map = each.getKey();
      Optional<String> key = entry(arguments.getFirst(), map);
      if (key.isPresent() && !map.equals(LABELS)) {
        Set<CelTree> guards = Set.of(has(map), contains(map, key.get()));
        Expression property = Trees.property(each.getValue(), key.get());
        return Optional.of(create(property, Type.QUANTITY, guards, STATUS));
      }
    }
    return Optional.empty();
  }

  /** The version without its {@code v}, with which it would be none. */
  private static Optional<CelProperty> version(CelTree tree) {
    if (!tree.equals(new Call(null, "semver", List.of(BARE_VERSION)))) {
      return Optional.empty();
    }
    CelTree valid = new Call(null, "isSemver", List.of(BARE_VERSION));
    Set<CelTree> implied = new HashSet<>(Set.of(has(STATUS), has(new Select(STATUS, "version"))));
    implied.addAll(Set.of(has(VERSION), valid));
    return Optional.of(
        new CelProperty(
            Trees.property("version"), Type.VERSION, Set.of(has(VERSION), valid), implied));
  }

  private static Optional<CelProperty> available(CelTree tree) {
    if (tree instanceof Call(CelTree target, String function, List<CelTree> arguments)
        && CONDITIONS.equals(target)
        && function.equals("exists")
        && arguments.size() == 2
        && arguments.getFirst() instanceof Name(String variable)
        && arguments.getLast().equals(isAvailable(variable))) {
      CelTree type = new Call(null, "type", List.of(CONDITIONS));
      Set<CelTree> guards = Set.of(has(CONDITIONS), new Operation("==", type, new Name("list")));
      return Optional.of(create(Trees.property("available"), Type.AVAILABLE, guards, STATUS));
    }
    return Optional.empty();
  }

  private static CelTree isAvailable(String variable) {
    return CelTree.and(
        itemIs(variable, "type", "ManagedClusterConditionAvailable"),
        itemIs(variable, "status", "True"));
  }

  private static CelProperty create(
      Expression expression, Type type, Set<CelTree> required, CelTree parent) {
    Set<CelTree> implied = new HashSet<>(required);
    implied.add(has(parent));
    return new CelProperty(expression, type, required, implied);
  }

  private static CelTree has(CelTree path) {
    return new Call(null, "has", List.of(path));
  }

  private static CelTree contains(CelTree map, String key) {
    return new Operation("in", new Text(key), map);
  }

  /** The key of {@code map["key"]} and {@code map.key}. */
  private static Optional<String> entry(CelTree tree, CelTree map) {
    return switch (tree) {
      case Index(CelTree target, Text(String key)) when target.equals(map) -> Optional.of(key);
      case Select(CelTree target, String key) when target.equals(map) -> Optional.of(key);
      default -> Optional.empty();
    };
  }

  private static CelTree claimExists(String key) {
    return new Call(CLAIMS, "exists", List.of(new Name("c"), itemIs("c", "name", key)));
  }

  private static CelTree itemIs(String variable, String field, String value) {
    return new Operation("==", new Select(new Name(variable), field), new Text(value));
  }

  /** The key in {@code macro(v, v.name == "key")}. */
  private static @Nullable String namedItem(
      String function, String macro, List<CelTree> arguments) {
    return function.equals(macro)
            && arguments.size() == 2
            && arguments.getFirst() instanceof Name(String variable)
            && arguments.getLast() instanceof Operation(var operator, var left, Text(String key))
            && operator.equals("==")
            && left.equals(new Select(new Name(variable), "name"))
        ? key
        : null;
  }
}
