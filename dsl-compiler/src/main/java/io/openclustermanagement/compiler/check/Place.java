package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an expression stands, which decides what it can ask.
 *
 * @param locals variables of quantifiers and parameters of functions, by the name in the source
 * @param clusters the clusters of the fleet of a test, with where they are declared
 */
record Place(Kind kind, Map<String, Variable> locals, Map<String, Origin> clusters) {

  /** The kinds of places. */
  enum Kind {
    /** Speaks of one cluster, whose labels and claims are there by their bare names. */
    CLUSTER,
    /** Must be known while compiling. */
    CONSTANT,
    /** The body of a function. */
    FUNCTION,
    /** An expectation, which speaks of a fleet and of what placements chose. */
    TEST
  }

  Place {
    locals = Map.copyOf(locals);
    clusters = Map.copyOf(clusters);
  }

  static final Place CLUSTER = new Place(Kind.CLUSTER, Map.of(), Map.of());
  static final Place CONSTANT = new Place(Kind.CONSTANT, Map.of(), Map.of());

  static Place function(Map<String, Variable> parameters) {
    return new Place(Kind.FUNCTION, parameters, Map.of());
  }

  static Place test(Map<String, Origin> clusters) {
    return new Place(Kind.TEST, Map.of(), clusters);
  }

  /** The same with one more variable. */
  Place with(String name, Variable variable) {
    Map<String, Variable> more = new HashMap<>(locals);
    more.put(name, variable);
    return new Place(kind, more, clusters);
  }
}
