package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Variable;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an expression stands, which decides what it can ask.
 *
 * @param locals variables of quantifiers, parameters of functions and definitions of {@code let},
 *     by the name in the source
 * @param clusters the clusters of the fleet of a test, with where they are declared
 * @param subject the resource whose fields are there by their bare names
 * @param known the paths of what is known to be there, see {@link Guards}
 */
record Place(
    Kind kind,
    Map<String, Variable> locals,
    Map<String, Origin> clusters,
    Optional<Expr> subject,
    Set<String> known) {

  /** The kinds of places. */
  enum Kind {
    /** Speaks of one cluster, whose labels and claims are there by their bare names. */
    CLUSTER,
    /** Must be known while compiling. */
    CONSTANT,
    /** The body of a function. */
    FUNCTION,
    /** An expectation, which speaks of a fleet and of what placements chose. */
    TEST,
    /** Speaks of a Kubernetes resource on a cluster. */
    RESOURCE,
    /** A value of a manifest, which may speak of the cluster that it is for. */
    MANIFEST,
    /** A fleet rule, which speaks of all clusters of a hub and of what policies found there. */
    FLEET
  }

  Place {
    locals = Map.copyOf(locals);
    clusters = Map.copyOf(clusters);
    known = Set.copyOf(known);
  }

  static final Place CLUSTER = of(Kind.CLUSTER);
  static final Place CONSTANT = of(Kind.CONSTANT);

  /** A condition on resources, which have names. */
  static final Place RESOURCE = of(Kind.RESOURCE);

  static final Place MANIFEST = of(Kind.MANIFEST);
  static final Place FLEET = of(Kind.FLEET);

  private static Place of(Kind kind) {
    return new Place(kind, Map.of(), Map.of(), Optional.empty(), Set.of());
  }

  static Place function(Map<String, Variable> parameters) {
    return new Place(Kind.FUNCTION, parameters, Map.of(), Optional.empty(), Set.of());
  }

  static Place test(Map<String, Origin> clusters) {
    return new Place(Kind.TEST, Map.of(), clusters, Optional.empty(), Set.of());
  }

  /** Whether {@code cluster} means the cluster that is spoken of. */
  boolean hasCluster() {
    return kind == Kind.CLUSTER || kind == Kind.MANIFEST;
  }

  /** The same with one more variable. */
  Place with(String name, Variable variable) {
    Map<String, Variable> more = new HashMap<>(locals);
    more.put(name, variable);
    return new Place(kind, more, clusters, subject, known);
  }

  /** The same with a resource whose fields have bare names. */
  Place about(Expr resource) {
    return new Place(kind, locals, clusters, Optional.of(resource), known);
  }

  /** The same where these paths are known to be there. */
  Place knowing(Set<String> paths) {
    if (paths.isEmpty()) {
      return this;
    }
    Set<String> more = new HashSet<>(known);
    more.addAll(paths);
    return new Place(kind, locals, clusters, subject, more);
  }
}
