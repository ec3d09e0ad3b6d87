package io.openclustermanagement.placement.cel;

import io.openclustermanagement.api.cluster.ClientConfig;
import io.openclustermanagement.api.cluster.ClusterSetManagedNamespaceConfig;
import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.cluster.ManagedClusterClaim;
import io.openclustermanagement.api.cluster.ManagedClusterSpec;
import io.openclustermanagement.api.cluster.ManagedClusterStatus;
import io.openclustermanagement.api.cluster.Taint;
import io.openclustermanagement.api.meta.Condition;
import io.openclustermanagement.api.meta.ManagedFieldsEntry;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.meta.OwnerReference;
import io.openclustermanagement.api.meta.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ManagedCluster as upstream's expressions see it: the Go structure by its JSON names ({@code
 * runtime.DefaultUnstructuredConverter}).
 *
 * <ul>
 *   <li>[Q] There is neither {@code apiVersion} nor {@code kind}: typed clients drop them.
 *   <li>[Q] {@code spec}, {@code status} and {@code status.version} always exist, {@code
 *       status.conditions} is {@code null} when there are none, {@code spec.hubAcceptsClient} and a
 *       taint's {@code timeAdded} exist also when they are false or null; everything else is absent
 *       when empty.
 *   <li>Quantities are texts in canonical form, times are texts to the second.
 * </ul>
 */
final class ClusterObject {
  private ClusterObject() {}

  static Map<String, Object> of(ManagedCluster cluster) {
    return new LazyMap()
        .withLazy("metadata", () -> metadata(cluster.metadata()))
        .withLazy("spec", () -> spec(cluster.spec()))
        .withLazy("status", () -> status(cluster.status()));
  }

  private static Object metadata(ObjectMeta meta) {
    return new LazyMap()
        .withText("name", meta.name())
        .withText("generateName", meta.generateName())
        .withText("namespace", meta.namespace())
        .withText("selfLink", meta.selfLink())
        .withText("uid", meta.uid())
        .withText("resourceVersion", meta.resourceVersion())
        .with("generation", nonZero(meta.generation()))
        .with("creationTimestamp", time(meta.creationTimestamp()))
        .with("deletionTimestamp", time(meta.deletionTimestamp()))
        .with("deletionGracePeriodSeconds", meta.deletionGracePeriodSeconds())
        .with("labels", nonEmpty(meta.labels()))
        .with("annotations", nonEmpty(meta.annotations()))
        .with("ownerReferences", list(meta.ownerReferences(), ClusterObject::owner))
        .with("finalizers", list(meta.finalizers(), finalizer -> finalizer))
        .with("managedFields", list(meta.managedFields(), ClusterObject::managedFields));
  }

  private static Object owner(OwnerReference owner) {
    return new LazyMap()
        .with("apiVersion", owner.apiVersion())
        .with("kind", owner.kind())
        .with("name", owner.name())
        .with("uid", owner.uid())
        .with("controller", owner.controller())
        .with("blockOwnerDeletion", owner.blockOwnerDeletion());
  }

  // The field sets themselves are left out: no selector can mean them, and they are large.
  private static Object managedFields(ManagedFieldsEntry entry) {
    return new LazyMap()
        .withText("manager", entry.manager())
        .withText("operation", entry.operation())
        .withText("apiVersion", entry.apiVersion())
        .with("time", time(entry.time()))
        .withText("fieldsType", entry.fieldsType())
        .withText("subresource", entry.subresource());
  }

  private static Object spec(@Nullable ManagedClusterSpec spec) {
    if (spec == null) {
      return new LazyMap().with("hubAcceptsClient", false);
    }
    Integer lease = spec.leaseDurationSeconds();
    return new LazyMap()
        .with(
            "managedClusterClientConfigs",
            list(spec.managedClusterClientConfigs(), ClusterObject::clientConfig))
        .with("hubAcceptsClient", Boolean.TRUE.equals(spec.hubAcceptsClient()))
        .with("leaseDurationSeconds", lease == null ? null : nonZero((long) lease))
        .with("taints", list(spec.taints(), ClusterObject::taint));
  }

  private static Object clientConfig(ClientConfig config) {
    return new LazyMap().with("url", config.url()).withText("caBundle", config.caBundle());
  }

  private static Object taint(Taint taint) {
    return new LazyMap()
        .with("key", taint.key())
        .withText("value", taint.value())
        .with("effect", taint.effect().wireName())
        .with("timeAdded", taint.timeAdded() == null ? NullValue.NULL : time(taint.timeAdded()));
  }

  private static Object status(@Nullable ManagedClusterStatus status) {
    if (status == null) {
      return new LazyMap().with("conditions", NullValue.NULL).with("version", new LazyMap());
    }
    String version = status.version() == null ? null : status.version().kubernetes();
    Object conditions = list(status.conditions(), ClusterObject::condition);
    return new LazyMap()
        .with("conditions", conditions == null ? NullValue.NULL : conditions)
        .with("capacity", quantities(status.capacity()))
        .with("allocatable", quantities(status.allocatable()))
        .with("version", new LazyMap().withText("kubernetes", version))
        .with("clusterClaims", list(status.clusterClaims(), ClusterObject::claim))
        .with("managedNamespaces", list(status.managedNamespaces(), ClusterObject::namespace));
  }

  private static Object condition(Condition condition) {
    return new LazyMap()
        .with("type", condition.type())
        .with("status", condition.status().wireName())
        .with("observedGeneration", nonZero(condition.observedGeneration()))
        .with("lastTransitionTime", time(condition.lastTransitionTime()))
        .with("reason", condition.reason())
        .with("message", condition.message());
  }

  private static Object claim(ManagedClusterClaim claim) {
    return new LazyMap().withText("name", claim.name()).withText("value", claim.value());
  }

  private static Object namespace(ClusterSetManagedNamespaceConfig namespace) {
    return new LazyMap()
        .with("name", namespace.name())
        .with("clusterSet", namespace.clusterSet())
        .with("conditions", list(namespace.conditions(), ClusterObject::condition));
  }

  private static @Nullable Object quantities(Map<String, Quantity> quantities) {
    Map<String, Object> texts = new LinkedHashMap<>();
    quantities.forEach((name, quantity) -> texts.put(name, CanonicalQuantity.of(quantity)));
    return nonEmpty(texts);
  }

  private static @Nullable Object nonEmpty(Map<String, ?> map) {
    return map.isEmpty() ? null : map;
  }

  private static @Nullable Long nonZero(@Nullable Long number) {
    return number == null || number == 0 ? null : number;
  }

  private static <T> @Nullable Object list(List<T> items, Function<T, Object> convert) {
    return items.isEmpty() ? null : items.stream().map(convert).toList();
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
