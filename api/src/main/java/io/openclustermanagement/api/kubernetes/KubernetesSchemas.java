package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.schema.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds that are known. {@link #builtIn()} costs a few milliseconds when first called, so a
 * program that may not need it should not call it early; each kind is unpacked when it is looked
 * at.
 */
public final class KubernetesSchemas {
  private final Map<String, List<ResourceType>> byKind;
  private final Set<String> builtInGroups;

  private KubernetesSchemas(Map<String, List<ResourceType>> byKind, Set<String> builtInGroups) {
    this.byKind = byKind;
    this.builtInGroups = builtInGroups;
  }

  private static final class BuiltIn {
    private static final KubernetesSchemas INSTANCE = read(SchemaBundle.load().kinds());

    private static KubernetesSchemas read(List<ResourceType> types) {
      Set<String> groups = Set.copyOf(types.stream().map(ResourceType::group).distinct().toList());
      return new KubernetesSchemas(index(Map.of(), types), groups);
    }
  }

  /**
   * The kinds that every Kubernetes API server has, and those of Open Cluster Management, which are
   * not read before someone asks for one.
   */
  public static KubernetesSchemas builtIn() {
    return BuiltIn.INSTANCE;
  }

  /** The version of Kubernetes whose kinds are built in, such as {@code v1.37.2}. */
  public static String version() {
    return SchemaBundle.load().version();
  }

  /** These kinds and others, which replace those of equal group, version and name. */
  public KubernetesSchemas with(Collection<ResourceType> more) {
    return more.isEmpty() ? this : new KubernetesSchemas(index(byKind, more), builtInGroups);
  }

  private static Map<String, List<ResourceType>> index(
      Map<String, List<ResourceType>> base, Collection<ResourceType> more) {
    Map<String, List<ResourceType>> merged = new LinkedHashMap<>(base);
    for (ResourceType type : more) {
      List<ResourceType> types = new ArrayList<>(merged.getOrDefault(type.kind(), List.of()));
      types.removeIf(each -> each.apiVersion().equals(type.apiVersion()));
      types.add(type);
      merged.put(type.kind(), types);
    }
    return merged;
  }

  /** The kind of a manifest. */
  public Optional<ResourceType> find(String apiVersion, String kind) {
    for (ResourceType type : named(kind, apiVersion)) {
      if (type.apiVersion().equals(apiVersion)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * A kind by its bare name: the version that its API server prefers. Where several groups have the
   * kind, a built-in one is meant, and the core group before other built-in ones, as with {@code
   * kubectl}.
   */
  public KindLookup lookup(String kind) {
    List<ResourceType> all = named(kind);
    if (all.size() == 1) {
      return new KindLookup.Found(all.getFirst());
    }
    List<ResourceType> preferred = preferredOfEachGroup(all);
    if (preferred.isEmpty()) {
      return new KindLookup.Unknown(near(kind));
    }
    ResourceType first = preferred.getFirst();
    return preferred.size() == 1 || builtInGroups.contains(first.group())
        ? new KindLookup.Found(first)
        : new KindLookup.Ambiguous(preferred);
  }

  /** A kind by its name with group and version, as in {@code Deployment@apps/v1}. */
  public KindLookup lookup(String kind, String apiVersion) {
    Optional<ResourceType> exact = find(apiVersion, kind);
    if (exact.isPresent()) {
      return new KindLookup.Found(exact.get());
    }
    List<ResourceType> elsewhere = sorted(named(kind));
    return elsewhere.isEmpty()
        ? new KindLookup.Unknown(near(kind))
        : new KindLookup.OtherVersion(elsewhere);
  }

  /** Whether a kind of this group and version is known, so that its other kinds should be, too. */
  public boolean knows(String apiVersion) {
    return Stream.concat(
            byKind.values().stream(),
            isOcm(apiVersion) ? OcmKinds.byKind().values().stream() : Stream.empty())
        .flatMap(List::stream)
        .anyMatch(each -> each.apiVersion().equals(apiVersion));
  }

  /** The names of all kinds. */
  public Set<String> kinds() {
    Set<String> names = new LinkedHashSet<>(byKind.keySet());
    names.addAll(OcmKinds.byKind().keySet());
    return names;
  }

  /** All kinds in all versions, without those of Open Cluster Management. */
  public List<ResourceType> all() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  /** The kinds of Open Cluster Management have none of the names of Kubernetes. */
  private List<ResourceType> named(String kind) {
    List<ResourceType> known = byKind.get(kind);
    if (known != null && known.stream().anyMatch(each -> builtInGroups.contains(each.group()))) {
      return known;
    }
    List<ResourceType> all = new ArrayList<>(known == null ? List.of() : known);
    OcmKinds.byKind().getOrDefault(kind, List.of()).stream()
        .filter(each -> all.stream().noneMatch(other -> isSame(each, other)))
        .forEach(all::add);
    return all;
  }

  private List<ResourceType> named(String kind, String apiVersion) {
    return isOcm(apiVersion) ? named(kind) : byKind.getOrDefault(kind, List.of());
  }

  private static boolean isSame(ResourceType type, ResourceType other) {
    return type.apiVersion().equals(other.apiVersion());
  }

  private static boolean isOcm(String apiVersion) {
    return apiVersion.contains("/")
        && OcmKinds.owns(apiVersion.substring(0, apiVersion.indexOf('/')));
  }

  private List<String> near(String kind) {
    return Suggestions.nearest(kind, kinds()).stream().toList();
  }

  private List<ResourceType> preferredOfEachGroup(List<ResourceType> types) {
    Map<String, ResourceType> first = new LinkedHashMap<>();
    sorted(types).forEach(type -> first.putIfAbsent(type.group(), type));
    return List.copyOf(first.values());
  }

  private List<ResourceType> sorted(List<ResourceType> types) {
    return types.stream()
        .sorted(
            Comparator.comparing((ResourceType type) -> !builtInGroups.contains(type.group()))
                .thenComparing(ResourceType::group)
                .thenComparing(ResourceType::version, ApiVersions.PREFERRED_FIRST))
        .toList();
  }
}
