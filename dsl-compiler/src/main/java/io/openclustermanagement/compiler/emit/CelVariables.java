package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the variables of a rule are called in CEL. Names of the language may have hyphens and may be
 * words of CEL; names in CEL may not.
 */
final class CelVariables {

  /** What CEL reserves, its functions that take no target, and what every rule has. */
  private static final Set<String> TAKEN =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while",
          "object",
          "params",
          "variables",
          "item",
          "type",
          "has",
          "size",
          "string",
          "int",
          "uint",
          "double",
          "bool",
          "bytes",
          "list",
          "map",
          "dyn",
          "duration",
          "timestamp",
          "quantity",
          "semver",
          "optional",
          "placed",
          "members",
          "deployed",
          "exemptions",
          "compliance",
          "today",
          "url",
          "ip",
          "cidr",
          "math",
          "strings",
          "sets",
          "lists");

  private final HubNames hub;
  private boolean dataInlined;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Expr> inlined = new HashMap<>();
  private final Set<String> active = new HashSet<>();
  private final Map<String, Value> data = new LinkedHashMap<>();
  private final Map<GlobalName, String> dataNames = new HashMap<>();

  CelVariables() {
    this(HubNames.NONE);
  }

  /**
   * @param hub what declarations are called there
   */
  CelVariables(HubNames hub) {
    this.hub = hub;
  }

  HubNames hub() {
    return hub;
  }

  /** Writes the values of parameters where they are used, for there is no {@code params}. */
  void inlineData() {
    dataInlined = true;
  }

  boolean isDataInlined() {
    return dataInlined;
  }

  /** Gives a variable the text that stands for it. */
  void define(Variable variable, String text) {
    texts.put(variable.name(), text);
  }

  /** Gives a variable a name of its own, which is its name in the source where that is possible. */
  String declare(Variable variable) {
    String known = texts.get(variable.name());
    if (known != null) {
      return known;
    }
    String name = unique(variable.name());
    texts.put(variable.name(), name);
    return name;
  }

  /** Lets others have the name of a variable, which is not used any more. */
  void release(Variable variable) {
    String name = texts.remove(variable.name());
    if (name != null) {
      active.remove(name);
    }
  }

  /** A name in CEL that nothing else has at this place. */
  String unique(String internal) {
    int end = internal.indexOf('@');
    String name = (end < 0 ? internal : internal.substring(0, end)).replaceAll("\\W", "_");
    String base = TAKEN.contains(name) || name.startsWith("_") ? "v_" + name : name;
    String unique = base;
    for (int i = 2; !active.add(unique); i++) {
      unique = base + "_" + i;
    }
    return unique;
  }

  /** Puts an expression in the place of a variable. */
  void inline(Variable variable, Expr expr) {
    inlined.put(variable.name(), expr);
  }

  Optional<Expr> inlined(Variable variable) {
    return Optional.ofNullable(inlined.get(variable.name()));
  }

  /** The field of {@code params} with the value of a parameter. */
  String data(Expr.Data parameter) {
    String known = dataNames.get(parameter.parameter());
    if (known != null) {
      return known;
    }
    String base = parameter.parameter().name().replaceAll("\\W", "_");
    String name = base;
    for (int i = 2; data.containsKey(name); i++) {
      name = base + "_" + i;
    }
    data.put(name, parameter.value());
    dataNames.put(parameter.parameter(), name);
    return name;
  }

  /** The values of the parameters that were used, by their names in {@code params}. */
  Map<String, Value> data() {
    return data;
  }
}
