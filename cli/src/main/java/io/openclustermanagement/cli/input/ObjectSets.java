package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.input.SourceObject.Identity;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts objects together and finds those that come twice. */
final class ObjectSets {
  private ObjectSets() {}

  /** One object for each identity, the first; every further one is an error. */
  static List<SourceObject> distinct(List<SourceObject> objects, List<Diagnostic> diagnostics) {
    Map<Identity, SourceObject> byIdentity = new LinkedHashMap<>();
    for (SourceObject object : objects) {
      SourceObject first = byIdentity.putIfAbsent(object.identity(), object);
      if (first != null) {
        diagnostics.add(duplicate(first, object));
      }
    }
    return new ArrayList<>(byIdentity.values());
  }

  private static Diagnostic duplicate(SourceObject first, SourceObject second) {
    return Diagnostic.error(
            Code.DUPLICATE_OBJECT, second.span(), "`%s` occurs twice.".formatted(second.identity()))
        .related(first.span(), "first here")
        .help("remove one of the two.")
        .build();
  }

  /** The objects of the fleet that the sources do not replace, and those of the sources. */
  static List<SourceObject> overlay(List<SourceObject> fleet, List<SourceObject> sources) {
    Map<Identity, SourceObject> byIdentity = new LinkedHashMap<>();
    fleet.forEach(object -> byIdentity.put(object.identity(), object));
    sources.forEach(object -> byIdentity.put(object.identity(), object));
    return List.copyOf(byIdentity.values());
  }
}
