package io.openclustermanagement.governance.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import java.util.function.Function;

/** Templates of kinds that have a record. */
public final class TypedTemplates {

  private TypedTemplates() {}

  /** The verdict on a template as the record of its kind; an error if it is no such thing. */
  public static <T extends KubernetesObject> TemplateVerdict judge(
      JsonObject template, Class<T> type, Function<T, TemplateVerdict> judge) {
    return ManifestReader.read("template", JsonWriter.line(template.toTree()))
        .objects(type)
        .findFirst()
        .map(judge)
        .orElseGet(
            () ->
                TemplateVerdict.of(
                    template,
                    VerdictState.ERROR,
                    "The template is no valid %s.".formatted(type.getSimpleName())));
  }
}
