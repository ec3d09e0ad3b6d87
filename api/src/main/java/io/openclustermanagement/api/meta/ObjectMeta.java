package io.openclustermanagement.api.meta;

import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.api.schema.Property;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an object ({@code k8s.io/apimachinery/pkg/apis/meta/v1 ObjectMeta}).
 *
 * @param name the name; objects that still wait for a generated name are not read
 * @param generateName the prefix a name was generated from
 * @param namespace the namespace, absent for kinds that belong to the whole cluster
 * @param selfLink no longer set by API servers, kept when it is there
 * @param uid the identity over the object's life
 * @param resourceVersion the version of the stored object, opaque
 * @param generation how often the desired state changed
 * @param creationTimestamp when the object was created
 * @param deletionTimestamp when the object is to be gone; set means that it is terminating
 * @param deletionGracePeriodSeconds seconds of grace for the deletion
 * @param labels what selectors match
 * @param annotations what selectors do not match
 * @param ownerReferences the objects this one goes with
 * @param finalizers who has to act before the object is gone
 * @param managedFields the book-keeping of server-side apply
 */
public record ObjectMeta(
    @Property(required = true, pattern = Patterns.DNS_SUBDOMAIN, minLength = 1, maxLength = 253)
        String name,
    @Nullable String generateName,
    @Property(pattern = Patterns.DNS_LABEL, maxLength = 63) @Nullable String namespace,
    @Nullable String selfLink,
    @Nullable String uid,
    @Nullable String resourceVersion,
    @Nullable Long generation,
    @Property(nullable = true) @Nullable Instant creationTimestamp,
    @Property(nullable = true) @Nullable Instant deletionTimestamp,
    @Nullable Long deletionGracePeriodSeconds,
    @Property(keyPattern = Patterns.LABEL_KEY, pattern = Patterns.LABEL_VALUE, maxLength = 63)
        Map<String, String> labels,
    Map<String, String> annotations,
    List<OwnerReference> ownerReferences,
    List<String> finalizers,
    List<ManagedFieldsEntry> managedFields) {

  public ObjectMeta {
    labels = Copies.of(labels);
    annotations = Copies.of(annotations);
    ownerReferences = Copies.of(ownerReferences);
    finalizers = Copies.of(finalizers);
    managedFields = Copies.of(managedFields);
  }

  /** Metadata with nothing but a name. */
  public static ObjectMeta named(String name) {
    return of(null, name, Map.of());
  }

  /** Metadata of an object in a namespace. */
  public static ObjectMeta named(String namespace, String name) {
    return of(namespace, name, Map.of());
  }

  /** Metadata with name, namespace and labels. */
  public static ObjectMeta of(@Nullable String namespace, String name, Map<String, String> labels) {
    return new ObjectMeta(
        name, null, namespace, null, null, null, null, null, null, null, labels, Map.of(),
        List.of(), List.of(), List.of());
  }

  /** The same with other labels. */
  public ObjectMeta withLabels(Map<String, String> changed) {
    return new ObjectMeta(
        name,
        generateName,
        namespace,
        selfLink,
        uid,
        resourceVersion,
        generation,
        creationTimestamp,
        deletionTimestamp,
        deletionGracePeriodSeconds,
        changed,
        annotations,
        ownerReferences,
        finalizers,
        managedFields);
  }

  /** The same with other annotations. */
  public ObjectMeta withAnnotations(Map<String, String> changed) {
    return new ObjectMeta(
        name,
        generateName,
        namespace,
        selfLink,
        uid,
        resourceVersion,
        generation,
        creationTimestamp,
        deletionTimestamp,
        deletionGracePeriodSeconds,
        labels,
        changed,
        ownerReferences,
        finalizers,
        managedFields);
  }

  /** The same in another namespace. */
  public ObjectMeta withNamespace(@Nullable String changed) {
    return new ObjectMeta(
        name,
        generateName,
        changed,
        selfLink,
        uid,
        resourceVersion,
        generation,
        creationTimestamp,
        deletionTimestamp,
        deletionGracePeriodSeconds,
        labels,
        annotations,
        ownerReferences,
        finalizers,
        managedFields);
  }

  /** The same with other owners. */
  public ObjectMeta withOwnerReferences(List<OwnerReference> changed) {
    return new ObjectMeta(
        name,
        generateName,
        namespace,
        selfLink,
        uid,
        resourceVersion,
        generation,
        creationTimestamp,
        deletionTimestamp,
        deletionGracePeriodSeconds,
        labels,
        annotations,
        changed,
        finalizers,
        managedFields);
  }

  /** The same, terminating since the given time, or not terminating for {@code null}. */
  public ObjectMeta withDeletionTimestamp(@Nullable Instant changed) {
    return new ObjectMeta(
        name,
        generateName,
        namespace,
        selfLink,
        uid,
        resourceVersion,
        generation,
        creationTimestamp,
        changed,
        deletionGracePeriodSeconds,
        labels,
        annotations,
        ownerReferences,
        finalizers,
        managedFields);
  }

  /** Whether the object is being deleted. */
  public boolean isTerminating() {
    return deletionTimestamp != null;
  }
}
