package io.openclustermanagement.placement.cel;

import org.jspecify.annotations.Nullable;

/** All functions by name. A library's code is loaded when one of its functions is first used. */
final class Libraries {
  private Libraries() {}

  static @Nullable LibraryFunction find(String name) {
    LibraryFunction found = StandardLibrary.find(name);
    found = found == null ? StringsLibrary.find(name) : found;
    found = found == null ? KubernetesLibrary.find(name) : found;
    found = found == null ? ManagedClusterLibrary.find(name) : found;
    found = found == null ? ListsLibrary.find(name) : found;
    found = found == null ? SetsLibrary.find(name) : found;
    found = found == null ? RegexLibrary.find(name) : found;
    found = found == null ? OptionalLibrary.find(name) : found;
    found = found == null ? Conversions.find(name) : found;
    return found == null ? TimeLibrary.find(name) : found;
  }
}
