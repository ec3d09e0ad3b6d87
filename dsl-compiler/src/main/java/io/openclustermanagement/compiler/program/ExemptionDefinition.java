package io.openclustermanagement.compiler.program;

import io.openclustermanagement.dsl.syntax.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An {@code exemption}, checked.
 *
 * @param namespace the hub namespace, also of what it exempts from
 * @param from the policies and rules; not empty
 * @param resources which resources are exempt; empty for all
 * @param until the last day on which it holds, in UTC
 * @param nameOrigin the declared name
 * @param origin the whole declaration
 */
public record ExemptionDefinition(
    GlobalName name,
    String namespace,
    List<From> from,
    Clusters clusters,
    Optional<ResourceScope> resources,
    LocalDate until,
    Located owner,
    Optional<Located> ticket,
    Located because,
    Origin nameOrigin,
    Origin origin) {
  public ExemptionDefinition {
    from = List.copyOf(from);
  }

  /** What it exempts from. */
  public sealed interface From {
    Origin origin();

    record Policy(GlobalName policy, Origin origin) implements From {}

    /**
     * From one rule of a policy.
     *
     * @param rule the name of the rule in the source
     */
    record Rule(GlobalName policy, String rule, Origin origin) implements From {}
  }

  /** Which clusters are exempt. */
  public sealed interface Clusters {
    /** Every cluster. */
    record All() implements Clusters {}

    record Named(List<Located> names) implements Clusters {
      public Named {
        names = List.copyOf(names);
      }
    }

    /**
     * The clusters that a condition holds for.
     *
     * @param condition over a cluster, as in a placement
     */
    record Where(Expr condition) implements Clusters {}
  }
}
