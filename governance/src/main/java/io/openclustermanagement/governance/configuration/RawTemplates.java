package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.policy.ObjectTemplate;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions.Delimiters;
import io.openclustermanagement.governance.template.TemplateResolver;
import io.openclustermanagement.governance.template.TemplateResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The object templates that {@code object-templates-raw} yields ({@code
 * resolveObjectTemplatesRaw}).
 *
 * @param templates empty after an error
 * @param sensitive whether a template read secrets
 * @param error in upstream's words
 */
record RawTemplates(List<ObjectTemplate> templates, boolean sensitive, Optional<String> error) {

  private static final String CONVERSION = "failed to convert the resolved template to JSON: ";

  static RawTemplates of(String text, TemplatedDefinitions definitions) {
    try {
      TemplateResult result = definitions.raw(text);
      return result.value() instanceof JsonArray list
          ? new RawTemplates(templates(list), result.sensitive(), Optional.empty())
          : failed("Error parsing object-templates-raw YAML: it is no list");
    } catch (TemplateException e) {
      return failed(message(text, e.upstream()));
    }
  }

  /** A text without templates is read as it is, for which upstream has other words. */
  private static String message(String text, String upstream) {
    boolean plain = !TemplateResolver.hasTemplate(text, Delimiters.MANAGED);
    return plain && upstream.startsWith(CONVERSION)
        ? "Error parsing object-templates-raw YAML: error converting YAML to JSON: "
            + upstream.substring(CONVERSION.length())
        : upstream;
  }

  private static RawTemplates failed(String message) {
    return new RawTemplates(List.of(), false, Optional.of(message));
  }

  /** Reads the list as the one of a policy. */
  private static List<ObjectTemplate> templates(JsonArray list) {
    JsonObject policy =
        new JsonObject(
            Map.<String, JsonValue>of(
                "apiVersion", new JsonString(ConfigurationPolicy.API_VERSION),
                "kind", new JsonString(ConfigurationPolicy.KIND),
                "metadata", new JsonObject(Map.of("name", new JsonString("raw"))),
                "spec", new JsonObject(Map.of("object-templates", list))));
    return ManifestReader.read("raw", JsonWriter.write(policy.toTree()))
        .objects(ConfigurationPolicy.class)
        .flatMap(each -> each.spec().objectTemplates().stream())
        .toList();
  }
}
