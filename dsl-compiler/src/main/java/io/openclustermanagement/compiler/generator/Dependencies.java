package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills in what a dependency need not say ({@code applyDefaultDependencyFields}).
 *
 * @param namespace the namespace of the policies
 */
record Dependencies(String namespace) {

  /** The dependencies of a list; none for something else. */
  JsonArray of(JsonValue list, String pointer) throws Refusal {
    List<JsonValue> complete = new ArrayList<>();
    for (JsonObject each : Layers.objects(list)) {
      if (each.text("name").orElse("").isEmpty()) {
        throw new Refusal(pointer, "a dependency needs a `name`");
      }
      complete.add(complete(each));
    }
    return new JsonArray(complete);
  }

  /** The dependency on a policy of the same generator. */
  JsonArray on(String policy) {
    return new JsonArray(List.of(complete(Json.object("name", policy))));
  }

  private JsonObject complete(JsonObject dependency) {
    JsonObject full = filled(dependency, "kind", Policy.KIND);
    full = filled(full, "apiVersion", Policy.API_VERSION);
    full = filled(full, "compliance", "Compliant");
    boolean policy = full.text("kind").orElse("").equals(Policy.KIND);
    boolean empty = full.text("namespace").orElse("").isEmpty();
    return policy ? filled(full, "namespace", namespace) : empty ? full.without("namespace") : full;
  }

  private static JsonObject filled(JsonObject object, String field, String text) {
    return object.text(field).orElse("").isEmpty()
        ? object.with(field, new JsonString(text))
        : object;
  }
}
