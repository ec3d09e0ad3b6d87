package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.rules.Exemption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What rules over the fleet ask their hub. Names are {@code namespace/name}. */
public interface HubFacts {

  /** The clusters that a placement chooses; empty if there is no such placement. */
  Optional<Collection<ManagedCluster>> placed(String placement);

  /** The clusters of a cluster set; empty if there is no such set. */
  Optional<Collection<ManagedCluster>> members(String set);

  /** The clusters that something is deployed to; empty if there is nothing of that name. */
  Optional<Collection<ManagedCluster>> deployed(String deployment);

  /** All exemptions. */
  List<Exemption> exemptions();

  /**
   * What a cluster reports of a policy or a set: {@code Compliant}, {@code NonCompliant} or {@code
   * Pending}; empty if nothing is reported.
   *
   * @param kind {@code Policy} or {@code PolicySet}
   */
  Optional<String> compliance(String cluster, String kind, String name);

  /** The day it is. */
  LocalDate today();
}
