package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster sets a placement may choose from, and their members (upstream {@code
 * scheduling_controller.go} and {@code sdk-go/pkg/apis/cluster/v1beta2}).
 *
 * @param bound names of the sets that are bound to the placement's namespace and exist
 * @param eligible names of the bound sets that the placement wants
 * @param members the eligible sets, as far as they can have members
 * @param terminating the clusters that are being deleted
 * @param problem why the sync fails; {@code null} if it does not
 */
record EligibleSets(
    List<String> bound,
    List<String> eligible,
    List<Members> members,
    IndexedTerm terminating,
    @Nullable String problem) {

  /** A set: a cluster is a member if all terms hold. */
  record Members(String set, List<IndexedTerm> terms) {
    boolean contains(int position) {
      for (IndexedTerm term : terms) {
        if (!term.get(position)) {
          return false;
        }
      }
      return true;
    }
  }

  static EligibleSets compile(Placement placement, FleetIndex index, Instant now) {
    String namespace = Tolerations.text(placement.metadata().namespace());
    Fleet fleet = index.fleet();
    List<String> bound =
        fleet.bindings(namespace).stream()
            .map(b -> b.metadata().name())
            .filter(name -> fleet.clusterSet(name) != null)
            .toList();
    List<String> wanted = placement.spec().clusterSets();
    List<String> eligible =
        wanted.isEmpty() ? bound : bound.stream().filter(wanted::contains).toList();
    IndexedTerm terminating = index.term(new Term.Terminating(), now);
    List<Members> members = new ArrayList<>();
    for (String name : eligible) {
      try {
        ManagedClusterSet set = fleet.clusterSet(name);
        List<Requirement> selector = set == null ? null : Selectors.of(set);
        if (selector != null) {
          members.add(new Members(name, terms(selector, index, now)));
        }
      } catch (InvalidSelectorException e) {
        String problem =
            "failed to get clusters from ClusterSet " + GoText.quote(name) + ": " + e.getMessage();
        return new EligibleSets(bound, eligible, List.of(), terminating, problem);
      }
    }
    return new EligibleSets(bound, eligible, members, terminating, null);
  }

  /** The clusters of the eligible sets, also those that are being deleted. */
  long[] memberBits(int size) {
    long[] union = Bitmap.empty(size);
    for (Members set : members) {
      long[] bits = Bitmap.full(size);
      set.terms().forEach(t -> Bitmap.and(bits, t.bits()));
      Bitmap.or(union, bits);
    }
    return union;
  }

  /** The clusters of the eligible sets that are not being deleted. */
  long[] available(int size) {
    long[] bits = memberBits(size);
    Bitmap.andNot(bits, terminating.bits());
    return bits;
  }

  boolean isAvailable(int position) {
    if (terminating.get(position)) {
      return false;
    }
    for (Members set : members) {
      if (set.contains(position)) {
        return true;
      }
    }
    return false;
  }

  List<IndexedTerm> terms() {
    List<IndexedTerm> terms = new ArrayList<>();
    members.forEach(m -> terms.addAll(m.terms()));
    terms.add(terminating);
    return terms;
  }

  private static List<IndexedTerm> terms(
      List<Requirement> selector, FleetIndex index, Instant now) {
    return selector.stream().map(r -> index.term(new Term.Label(r), now)).toList();
  }
}
