package io.openclustermanagement.governance.compare;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;

/** Objects from short texts. */
final class Json {

  private Json() {}

  /** The object that a flow text such as <code>{spec: {a: 1}}</code> says. */
  static JsonObject object(String text) {
    String document = "{apiVersion: v1, kind: Sample, content: " + text + "}";
    Document read = ManifestReader.read("sample", document).documents().getFirst();
    JsonObject whole = (JsonObject) JsonValue.of(((Document.Foreign) read).content());
    return whole.object("content");
  }
}
