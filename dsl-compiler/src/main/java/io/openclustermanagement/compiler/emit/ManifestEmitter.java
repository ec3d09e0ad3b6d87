package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.Manifest;
import java.util.List;
import java.util.Map;

/** Writes a resource into the object that carries it. */
record ManifestEmitter(Findings findings, Pointers pointers) {

  /** The object for a policy, in which what depends on the cluster becomes a template. */
  JsonObject forPolicy(Manifest manifest, String pointer) {
    locate(manifest, pointer);
    GoTemplates templates = new GoTemplates(findings);
    JsonObject object = manifest.render(templates::text);
    requireClosed(object, "", manifest, templates);
    return object;
  }

  /** The object for a deployment, the same for every cluster. */
  JsonObject forDeployment(Manifest manifest, String pointer) {
    locate(manifest, pointer);
    return manifest.object();
  }

  private void locate(Manifest manifest, String pointer) {
    pointers.put(pointer, manifest.origin());
    manifest.spans().forEach((part, span) -> pointers.put(pointer + part, span));
  }

  private void requireClosed(
      JsonValue value, String pointer, Manifest manifest, GoTemplates templates) {
    switch (value) {
      case JsonString(String text) -> templates.requireClosed(text, manifest.span(pointer));
      case JsonObject(Map<String, JsonValue> fields) ->
          fields.forEach(
              (name, field) ->
                  requireClosed(
                      field, pointer + "/" + FieldPath.escape(name), manifest, templates));
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          requireClosed(items.get(i), pointer + "/" + i, manifest, templates);
        }
      }
      case JsonInteger _, JsonDecimal _, JsonBoolean _, JsonNull _ -> {}
    }
  }
}
