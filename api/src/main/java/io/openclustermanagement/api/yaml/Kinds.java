package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.cluster.ClusterApi;
import io.openclustermanagement.api.schema.KindSchema;
import io.openclustermanagement.api.schema.Schemas;
import io.openclustermanagement.api.schema.Suggestions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds that are read into records. */
final class Kinds {
  private Kinds() {}

  /** The record of a kind of any of our groups. */
  static @Nullable KindSchema named(String kind) {
    for (Class<? extends Record> type : ClusterApi.kinds()) {
      if (type.getSimpleName().equals(kind)) {
        return Schemas.kind(type);
      }
    }
    return null;
  }

  /** Whether objects of the group are read into records. */
  static boolean isOurs(String group) {
    return group.equals(ClusterApi.GROUP);
  }

  /** The kind that was probably meant. */
  static Optional<String> nearest(String kind) {
    List<String> names = ClusterApi.kinds().stream().map(Class::getSimpleName).toList();
    return Suggestions.nearest(kind, names);
  }

  /** The group of an {@code apiVersion}; empty for the core group. */
  static String group(String apiVersion) {
    return apiVersion.substring(0, Math.max(0, apiVersion.lastIndexOf('/')));
  }
}
