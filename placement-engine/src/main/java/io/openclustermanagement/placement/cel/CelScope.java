package io.openclustermanagement.placement.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions on objects can use, beside Kubernetes' libraries: inputs of any type,
 * and named expressions with the type that they turned out to have. A name may have a dot in it, as
 * {@code variables.replicas}.
 */
public final class CelScope {
  /** The scope without names. */
  public static final CelScope EMPTY = new CelScope(Map.of(), false);

  /**
   * The scope with the functions of a hub: {@code placed}, {@code members}, {@code deployed},
   * {@code exemptions}, {@code compliance} and {@code today}.
   */
  public static final CelScope FLEET = new CelScope(Map.of(), true);

  private final boolean fleet;
  private final Map<String, CelType> types;
  private @Nullable CelEnvironment environment;

  private CelScope(Map<String, CelType> types, boolean fleet) {
    this.fleet = fleet;
    this.types = Collections.unmodifiableMap(types);
  }

  /** The scope with an input of any type. */
  public CelScope with(String name) {
    return with(name, SimpleType.DYN);
  }

  /** The scope with the value of an expression. */
  public CelScope with(String name, CelExpression value) {
    return with(name, value.type());
  }

  private CelScope with(String name, CelType type) {
    Map<String, CelType> more = new LinkedHashMap<>(types);
    more.put(name, type);
    return new CelScope(more, fleet);
  }

  synchronized CelEnvironment environment() {
    if (environment == null) {
      environment = fleet ? CelEnvironment.fleet(types) : CelEnvironment.objects(types);
    }
    return environment;
  }
}
