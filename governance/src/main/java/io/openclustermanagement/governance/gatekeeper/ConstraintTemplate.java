package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ConstraintTemplate ({@code templates.gatekeeper.sh}): a kind of constraints, and how they are
 * evaluated.
 */
record ConstraintTemplate(JsonObject content) {
  static final String GROUP = "templates.gatekeeper.sh";
  static final String KIND = "ConstraintTemplate";

  /** Whether an object is one. */
  static boolean isOne(String apiVersion, String kind) {
    return apiVersion.startsWith(GROUP + "/") && kind.equals(KIND);
  }

  /** The ConstraintTemplate that makes a kind of constraints, if there is one of these objects. */
  static Optional<ConstraintTemplate> ofKind(String kind, Stream<JsonObject> objects) {
    return objects
        .flatMap(object -> GenericObject.of(object).stream())
        .filter(object -> isOne(object.apiVersion(), object.kind()))
        .map(object -> new ConstraintTemplate(object.content()))
        .filter(template -> template.constraintKind().equals(kind))
        .reduce((first, second) -> second);
  }

  /** The kind of its constraints. */
  String constraintKind() {
    return content
        .object("spec")
        .object("crd")
        .object("spec")
        .object("names")
        .text("kind")
        .orElse("");
  }

  String name() {
    return content.object("metadata").text("name").orElse("");
  }

  /** Whether it is written in Rego; it can also be in CEL. */
  boolean hasRego() {
    return !sources().isEmpty();
  }

  /**
   * What evaluates its constraints.
   *
   * @throws RegoException if it cannot be understood
   */
  ConstraintProgram program() throws RegoException {
    List<JsonObject> sources = sources();
    if (sources.isEmpty()) {
      throw new RegoException(
          "The ConstraintTemplate `%s` has no Rego; other languages are not judged here."
              .formatted(name()));
    }
    JsonObject source = sources.getFirst();
    List<RegoModule> libraries = new ArrayList<>();
    for (String text : JsonItems.texts(source, "libs")) {
      libraries.add(new RegoModule("library-" + (libraries.size() + 1), text));
    }
    return ConstraintProgram.of(
        new RegoModule("template", source.text("rego").orElse("")),
        libraries,
        source.text("version").filter("v1"::equals).isPresent());
  }

  /** Rego stands in the target, or in one of several languages of it. */
  private List<JsonObject> sources() {
    List<JsonObject> targets = JsonItems.objects(content.object("spec"), "targets");
    Stream<JsonObject> languages =
        targets.stream()
            .flatMap(target -> JsonItems.objects(target, "code").stream())
            .filter(code -> code.text("engine").filter("Rego"::equals).isPresent())
            .map(code -> code.object("source"));
    return Stream.concat(languages, targets.stream())
        .filter(source -> source.text("rego").isPresent())
        .toList();
  }
}
