package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.governance.compare.Pairing;
import java.util.List;

/**
 * Why one object is as an object template of a policy wants it, or not.
 *
 * @param template the index of the object template in the policy
 * @param complianceType {@code musthave}, {@code mustonlyhave} or {@code mustnothave}
 * @param result the verdict, with the differences and the rules that decided
 * @param pairings which items of its lists were compared with which
 * @param remedy the smallest change that makes it compliant
 */
public record ObjectExplanation(
    int template,
    String complianceType,
    ObjectResult result,
    List<Pairing> pairings,
    Remedy remedy) {

  public ObjectExplanation {
    pairings = List.copyOf(pairings);
  }
}
