package io.openclustermanagement.governance;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one cluster. An object is found in every version of its group, as an API server
 * serves it; a namespaced object without a namespace is in {@code default}, which always exists.
 */
public final class Inventory {

  private static final String DEFAULT_NAMESPACE = "default";
  private static final ResourceKind NAMESPACE =
      new ResourceKind("", "Namespace", "namespaces", false);

  /** Every cluster has it. */
  private static final GenericObject DEFAULT =
      new GenericObject(
          JsonObject.of(
              Map.of(
                  "apiVersion",
                  "v1",
                  "kind",
                  "Namespace",
                  "metadata",
                  Map.of("name", DEFAULT_NAMESPACE))));

  private final KubernetesSchemas schemas;
  private final Map<GroupKind, NavigableMap<Key, JsonObject>> objects;
  private final Map<GroupKind, ResourceKind> unknownKinds;
  private final @Nullable InventoryReads reads;
  private final Inventory origin;
  private volatile @Nullable Map<String, JsonObject> namespaces;

  private Inventory(KubernetesSchemas schemas) {
    this.schemas = schemas;
    this.objects = new LinkedHashMap<>();
    this.unknownKinds = new LinkedHashMap<>();
    this.reads = null;
    this.origin = this;
  }

  private Inventory(Inventory origin, InventoryReads reads) {
    this.schemas = origin.schemas;
    this.objects = origin.objects;
    this.unknownKinds = origin.unknownKinds;
    this.reads = reads;
    this.origin = origin;
  }

  /**
   * The inventory of these objects; of two with the same name the later counts.
   *
   * @param schemas the kinds that the cluster serves; a kind that it lacks is served if there is an
   *     object of it
   */
  public static Inventory of(Collection<GenericObject> objects, KubernetesSchemas schemas) {
    Inventory inventory = new Inventory(schemas);
    inventory.add(DEFAULT);
    objects.forEach(inventory::add);
    return inventory;
  }

  /**
   * The same inventory, which writes down what it is asked. What is derived from it must not be
   * kept beyond the recording, or a later question would not be seen.
   */
  public Inventory recording(InventoryReads into) {
    return new Inventory(origin, into);
  }

  /** What is different from an earlier inventory of the cluster. */
  @SuppressWarnings("ReferenceEquality") // an unchanged object is mostly the very same
  public InventoryChanges changesSince(Inventory earlier) {
    if (origin == earlier.origin) {
      return new InventoryChanges(new int[0], false);
    }
    if (schemas != earlier.schemas || !unknownKinds.equals(earlier.unknownKinds)) {
      return new InventoryChanges(new int[0], true);
    }
    IntStream.Builder questions = IntStream.builder();
    Set<GroupKind> kinds = new HashSet<>(objects.keySet());
    kinds.addAll(earlier.objects.keySet());
    for (GroupKind kind : kinds) {
      changes(kind, earlier.ofKind(kind), ofKind(kind), questions);
    }
    if (!origin.namespaces().equals(earlier.origin.namespaces())) {
      questions.add(InventoryReads.NAMESPACES);
    }
    int[] all = questions.build().sorted().distinct().toArray();
    return new InventoryChanges(all, false);
  }

  private static void changes(
      GroupKind kind,
      NavigableMap<Key, JsonObject> before,
      NavigableMap<Key, JsonObject> after,
      IntStream.Builder questions) {
    Set<Key> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Key key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        questions.add(InventoryReads.EVERYTHING);
        questions.add(
            InventoryReads.object(kind.group(), kind.kind(), key.namespace(), key.name()));
        questions.add(InventoryReads.list(kind.group(), kind.kind(), key.namespace()));
        questions.add(InventoryReads.list(kind.group(), kind.kind(), ""));
      }
    }
  }

  private void asked(int question) {
    if (reads != null) {
      reads.add(question);
    }
  }

  /** The same with further objects; of two with the same name the later counts. */
  public Inventory with(Collection<GenericObject> further) {
    asked(InventoryReads.EVERYTHING);
    Inventory inventory = new Inventory(schemas);
    objects.forEach((kind, ofKind) -> inventory.objects.put(kind, new TreeMap<>(ofKind)));
    inventory.unknownKinds.putAll(unknownKinds);
    further.forEach(inventory::add);
    return inventory;
  }

  /** All objects; the namespace that every cluster has only if it was given. */
  @SuppressWarnings("ReferenceEquality") // an equal namespace that was given is an object like any
  public Stream<JsonObject> objects() {
    asked(InventoryReads.EVERYTHING);
    return objects.values().stream()
        .flatMap(each -> each.values().stream())
        .filter(each -> each != DEFAULT.content());
  }

  /** The kind, if the cluster serves it. */
  public Optional<ResourceKind> resource(String apiVersion, String kind) {
    return schemas
        .find(apiVersion, kind)
        .map(Inventory::served)
        .or(() -> Optional.ofNullable(unknownKinds.get(new GroupKind(group(apiVersion), kind))));
  }

  /** The object of that name; the namespace is empty for what belongs to the whole cluster. */
  public Optional<JsonObject> find(ResourceKind kind, String namespace, String name) {
    asked(InventoryReads.object(kind.group(), kind.kind(), namespace, name));
    return Optional.ofNullable(ofKind(kind).get(new Key(namespace, name)));
  }

  /** The objects of a kind by name, of one namespace or, for an empty one, of all. */
  public List<JsonObject> list(ResourceKind kind, String namespace) {
    asked(InventoryReads.list(kind.group(), kind.kind(), namespace));
    NavigableMap<Key, JsonObject> all = ofKind(kind);
    return List.copyOf(
        namespace.isEmpty()
            ? all.values()
            : all.subMap(new Key(namespace, ""), new Key(namespace + '\0', "")).values());
  }

  /**
   * The object of each namespace, in the order of names; an empty one for a namespace that only
   * other objects speak of.
   */
  public Map<String, JsonObject> namespaces() {
    asked(InventoryReads.NAMESPACES);
    Map<String, JsonObject> known = origin.namespaces;
    if (known == null) {
      known = Collections.unmodifiableMap(origin.allNamespaces());
      origin.namespaces = known;
    }
    return known;
  }

  private Map<String, JsonObject> allNamespaces() {
    Map<String, JsonObject> all = new TreeMap<>();
    for (Map<Key, JsonObject> each : objects.values()) {
      each.keySet().forEach(key -> all.put(key.namespace(), JsonObject.EMPTY));
    }
    all.remove("");
    ofKind(NAMESPACE).forEach((key, object) -> all.put(key.name(), object));
    return all;
  }

  private NavigableMap<Key, JsonObject> ofKind(ResourceKind kind) {
    return ofKind(new GroupKind(kind.group(), kind.kind()));
  }

  private NavigableMap<Key, JsonObject> ofKind(GroupKind kind) {
    return objects.getOrDefault(kind, Collections.emptyNavigableMap());
  }

  private void add(GenericObject object) {
    String group = group(object.apiVersion());
    GroupKind key = new GroupKind(group, object.kind());
    ResourceKind kind =
        schemas
            .find(object.apiVersion(), object.kind())
            .map(Inventory::served)
            .orElseGet(() -> guess(key, object.namespace().isPresent()));
    String namespace = kind.namespaced() ? object.namespace().orElse(DEFAULT_NAMESPACE) : "";
    JsonObject content = kind.namespaced() ? inNamespace(object, namespace) : object.content();
    objects
        .computeIfAbsent(key, _ -> new TreeMap<>())
        .put(new Key(namespace, object.name().orElse("")), content);
  }

  private static JsonObject inNamespace(GenericObject object, String namespace) {
    if (object.namespace().isPresent()) {
      return object.content();
    }
    JsonObject metadata = object.content().object("metadata");
    return object.content().with("metadata", metadata.with("namespace", new JsonString(namespace)));
  }

  /** A kind without a schema has the plural that English would give it. */
  private ResourceKind guess(GroupKind key, boolean namespaced) {
    return unknownKinds.computeIfAbsent(
        key, _ -> new ResourceKind(key.group(), key.kind(), Plurals.of(key.kind()), namespaced));
  }

  private static ResourceKind served(ResourceType type) {
    return new ResourceKind(type.group(), type.kind(), type.plural(), type.namespaced());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private record GroupKind(String group, String kind) {}

  private record Key(String namespace, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = namespace.compareTo(other.namespace);
      return order == 0 ? name.compareTo(other.name) : order;
    }
  }
}
