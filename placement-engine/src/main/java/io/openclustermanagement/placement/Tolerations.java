package io.openclustermanagement.placement;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.cluster.TaintEffect;
import io.openclustermanagement.api.cluster.Toleration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of taints and tolerations (upstream {@code pkg/placement/plugins/tainttoleration}). */
public final class Tolerations {
  /** The zero time of Go, which stands for a taint without a time. */
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

  private Tolerations() {}

  /**
   * What is wrong with the first wrong toleration, in upstream's words; {@code null} if nothing.
   */
  public static @Nullable String invalid(List<Toleration> tolerations) {
    for (Toleration toleration : tolerations) {
      boolean exists = Toleration.EXISTS.equals(toleration.operator());
      if (text(toleration.key()).isEmpty() && !exists) {
        return "If the key is empty, operator must be Exists.";
      }
      if (exists && !text(toleration.value()).isEmpty()) {
        return "If the operator is Exists, the value should be empty.";
      }
    }
    return null;
  }

  /** The first taint that keeps the cluster away; {@code null} when all are tolerated. */
  static @Nullable Taint untolerated(
      ManagedCluster cluster, List<Toleration> tolerations, boolean chosenBefore, Instant now) {
    for (Taint taint : cluster.taints()) {
      if (repels(taint, chosenBefore) && find(taint, tolerations, now) == null) {
        return taint;
      }
    }
    return null;
  }

  /** Whether a taint of this effect keeps a cluster away that nothing tolerates. */
  public static boolean repels(Taint taint, boolean chosenBefore) {
    return switch (taint.effect()) {
      case NO_SELECT -> true;
      case NO_SELECT_IF_NEW -> !chosenBefore;
      case PREFER_NO_SELECT -> false;
    };
  }

  /** Whether a repelling taint of the effect is there that nothing tolerates. */
  static boolean hasUntolerated(
      ManagedCluster cluster, TaintEffect effect, List<Toleration> tolerations, Instant now) {
    for (Taint taint : cluster.taints()) {
      if (taint.effect() == effect && find(taint, tolerations, now) == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * When the toleration of a chosen cluster ends: the earliest end over its taints. [Q] The first
   * matching toleration that has not ended counts, even if a later one has no end.
   */
  static @Nullable Instant end(ManagedCluster cluster, List<Toleration> tolerations, Instant now) {
    Instant earliest = null;
    for (Taint taint : cluster.taints()) {
      if (!repels(taint, true)) {
        continue;
      }
      Toleration found = find(taint, tolerations, now);
      if (found == null) {
        return null;
      }
      Instant end = end(taint, found);
      if (end != null && (earliest == null || end.isBefore(earliest))) {
        earliest = end;
      }
    }
    return earliest;
  }

  /** The first toleration that matches the taint and has not ended. */
  public static @Nullable Toleration find(Taint taint, List<Toleration> tolerations, Instant now) {
    for (Toleration toleration : tolerations) {
      if (matches(taint, toleration)) {
        Instant end = end(taint, toleration);
        if (end == null || now.isBefore(end)) {
          return toleration;
        }
      }
    }
    return null;
  }

  /** When the toleration of the taint ends; {@code null} for never. */
  static @Nullable Instant end(Taint taint, Toleration toleration) {
    Long seconds = toleration.tolerationSeconds();
    if (seconds == null) {
      return null;
    }
    Instant added = taint.timeAdded() == null ? ZERO : taint.timeAdded();
    // The product wraps around as Go's time.Duration does.
    return added.plusNanos(seconds * 1_000_000_000L);
  }

  static boolean matches(Taint taint, Toleration toleration) {
    if (toleration.effect() != null && toleration.effect() != taint.effect()) {
      return false;
    }
    String key = text(toleration.key());
    if (!key.isEmpty() && !key.equals(taint.key())) {
      return false;
    }
    return switch (text(toleration.operator())) {
      case "", Toleration.EQUAL -> text(toleration.value()).equals(text(taint.value()));
      case Toleration.EXISTS -> true;
      default -> false;
    };
  }

  static boolean areTimed(List<Toleration> tolerations) {
    return tolerations.stream().anyMatch(t -> t.tolerationSeconds() != null);
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A taint as kubectl prints it: {@code key=value:effect}. */
  public static String print(Taint taint) {
    String value = text(taint.value());
    return taint.key() + (value.isEmpty() ? "" : "=" + value) + ":" + taint.effect().wireName();
  }
}
