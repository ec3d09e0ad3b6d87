package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.cluster.ClusterApi;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.rules.RulesApi;
import io.openclustermanagement.api.schema.KindSchema;
import io.openclustermanagement.api.schema.Schemas;
import io.openclustermanagement.api.schema.Suggestions;
import io.openclustermanagement.api.work.WorkApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds that are read into records. */
public final class Kinds {
  private static final List<String> GROUPS =
      List.of(ClusterApi.GROUP, PolicyApi.GROUP, WorkApi.GROUP, RulesApi.GROUP);

  private Kinds() {}

  /** The records of all kinds, group by group. */
  public static List<Class<? extends Record>> all() {
    return GROUPS.stream().flatMap(Kinds::of).toList();
  }

  /**
   * The record of a kind: of the given group if that has one, otherwise of any. A group that does
   * not matter is not looked at, because loading its records would be felt at the start of a
   * command.
   */
  static @Nullable KindSchema named(String group, String kind) {
    return Stream.concat(Stream.of(group), GROUPS.stream())
        .flatMap(Kinds::of)
        .filter(type -> type.getSimpleName().equals(kind))
        .findFirst()
        .<@Nullable KindSchema>map(Schemas::kind)
        .orElse(null);
  }

  /** Whether objects of the group are read into records. */
  static boolean isOurs(String group) {
    return GROUPS.contains(group);
  }

  /** The kind of a group that was probably meant. */
  static Optional<String> nearest(String group, String kind) {
    return Suggestions.nearest(kind, of(group).map(Class::getSimpleName).toList());
  }

  /** The group of an {@code apiVersion}; empty for the core group. */
  static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.lastIndexOf('/')));
  }

  private static Stream<Class<? extends Record>> of(String group) {
    return switch (group) {
      case ClusterApi.GROUP -> ClusterApi.kinds().stream();
      case PolicyApi.GROUP -> PolicyApi.kinds().stream();
      case WorkApi.GROUP -> WorkApi.kinds().stream();
      case RulesApi.GROUP -> RulesApi.kinds().stream();
      default -> Stream.of();
    };
  }
}
