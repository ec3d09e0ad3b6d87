package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Surroundings;
import io.openclustermanagement.governance.template.TemplateContext;
import io.openclustermanagement.governance.template.TemplateException;
import io.openclustermanagement.governance.template.TemplateOptions.Delimiters;
import io.openclustermanagement.governance.template.TemplateResolver;
import io.openclustermanagement.governance.template.TemplateResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of {@code object-templates-raw}, parsed ({@code resolveObjectTemplatesRaw}).
 *
 * @param text of the policy
 * @param compiled null if it cannot be parsed
 * @param error why not, in upstream's words; empty if it can
 */
record RawTemplates(String text, TemplateResolver.@Nullable Compiled compiled, String error) {

  private static final String CONVERSION = "failed to convert the resolved template to JSON: ";

  /**
   * The object templates of a cluster.
   *
   * @param templates empty after an error
   * @param error in upstream's words
   */
  record Resolved(List<CompiledTemplate> templates, Optional<String> error) {

    static Resolved of(List<CompiledTemplate> templates) {
      return new Resolved(templates, Optional.empty());
    }

    static Resolved failed(String message) {
      return new Resolved(List.of(), Optional.of(message));
    }
  }

  static RawTemplates compile(String text) {
    try {
      return new RawTemplates(text, CompiledTemplate.MANAGED.compileYaml(text), "");
    } catch (TemplateException e) {
      return new RawTemplates(text, null, message(text, e.upstream()));
    }
  }

  Resolved resolve(Surroundings surroundings) {
    if (compiled == null) {
      return Resolved.failed(error);
    }
    try {
      TemplateResult result =
          compiled.resolve(TemplateContext.EMPTY, surroundings.lookup(), surroundings.now());
      return switch (result.value()) {
        case JsonArray list -> Resolved.of(templates(list, result.sensitive()));
        case JsonNull _ -> Resolved.of(List.of());
        case JsonObject _, JsonString _, JsonInteger _, JsonDecimal _, JsonBoolean _ ->
            Resolved.failed("Error parsing object-templates-raw YAML: it is no list");
      };
    } catch (TemplateException e) {
      return Resolved.failed(message(text, e.upstream()));
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

  /** Reads the list as the one of a policy. */
  private static List<CompiledTemplate> templates(JsonArray list, boolean sensitive) {
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
        .map(each -> CompiledTemplate.plain(each, sensitive))
        .toList();
  }
}
