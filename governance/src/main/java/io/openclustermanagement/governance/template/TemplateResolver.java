package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoJson;
import io.openclustermanagement.governance.gotemplate.GoTemplate;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.TemplateError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves the templates of a document as {@code TemplateResolver} of go-template-utils does: the
 * document becomes YAML, the templates are resolved in that text, and the result is read again.
 *
 * <p>A resolver has no state; a {@link Compiled} document can be resolved for any number of
 * clusters and objects.
 */
public final class TemplateResolver {
  private static final String NAME = "tmpl";
  private static final Pattern ENCRYPTED = Pattern.compile("\\$ocm_encrypted:([a-zA-Z0-9+/=]+)");

  private final TemplateOptions options;

  /** A resolver. */
  public TemplateResolver(TemplateOptions options) {
    this.options = options;
  }

  /** Whether a text has a template, or an encrypted value that managed templates decrypt. */
  public static boolean hasTemplate(String text, TemplateOptions.Delimiters delimiters) {
    return text.contains(delimiters.left())
        || (delimiters == TemplateOptions.Delimiters.MANAGED && text.contains(Encryption.PREFIX));
  }

  /** A document whose templates were parsed. */
  public final class Compiled {
    private final String source;
    private final String text;
    private final boolean templated;
    private final boolean decrypted;
    private final Optional<JsonValue> unchanged;
    private final GoTemplate template;

    private Compiled(String source, Optional<JsonValue> document, String yaml)
        throws TemplateException {
      this.source = source;
      this.templated = hasTemplate(yaml, options.delimiters());
      this.unchanged = templated ? Optional.empty() : document;
      String plain = decrypted(yaml);
      this.decrypted = !plain.equals(yaml);
      this.text = TemplateText.prepare(plain, options.delimiters());
      try {
        this.template =
            GoTemplate.parse(
                NAME,
                templated ? text : "",
                options.delimiters().left(),
                options.delimiters().right(),
                name -> ClusterFunctions.isFunction(name, options) || Sprig.isFunction(name));
      } catch (TemplateError e) {
        throw failure("failed to parse the template JSON string", e, false);
      }
    }

    /** Whether there is any template. */
    public boolean templated() {
      return templated;
    }

    /** The document with its templates resolved, at the time that the options give. */
    public TemplateResult resolve(TemplateContext context, ObjectLookup lookup)
        throws TemplateException {
      return resolve(context, lookup, options.now());
    }

    /**
     * The document with its templates resolved.
     *
     * @param now the time that {@code now} gives; without one, {@code now} is an error
     */
    public TemplateResult resolve(
        TemplateContext context, ObjectLookup lookup, Optional<Instant> now)
        throws TemplateException {
      if (unchanged.isPresent()) {
        return new TemplateResult(unchanged.get(), false, false, false, List.of());
      }
      TemplateOptions own = now.map(options::at).orElse(options);
      ClusterFunctions functions = new ClusterFunctions(own, lookup);
      String resolved = templated ? execute(context, functions) : text;
      try {
        return new TemplateResult(
            JsonValues.json(YamlReader.read(resolved)),
            templated,
            functions.isSensitive() || decrypted,
            functions.isSkipped(),
            functions.queries());
      } catch (GoError e) {
        throw new TemplateException(
            "The text that the templates give is not valid: " + e.text() + ".",
            "failed to convert the resolved template to JSON: " + e.text(),
            functions.isSkipped(),
            Optional.empty());
      }
    }

    private String execute(TemplateContext context, ClusterFunctions functions)
        throws TemplateException {
      try {
        return template.execute(context.data(), functions, functions.budget());
      } catch (TemplateError e) {
        throw failure("failed to resolve the template", e, functions.isSkipped());
      }
    }

    private TemplateException failure(String what, TemplateError error, boolean skipped) {
      List<String> lines = text.lines().toList();
      String line = error.line() <= lines.size() ? lines.get(error.line() - 1).strip() : "";
      return new TemplateException(
          "In the template `%s`: %s.".formatted(line, error.reason()),
          "%s %s: %s".formatted(what, source, error.text()),
          skipped,
          Optional.of(new TemplateException.Place(error.line(), error.column() + 1, line)));
    }
  }

  /** Parses the templates of a document. */
  public Compiled compile(JsonValue document) throws TemplateException {
    GoValue value = JsonValues.of(document);
    return new Compiled(GoJson.of(value), Optional.of(document), YamlWriter.write(value));
  }

  /** Parses the templates of a YAML text, such as {@code object-templates-raw}. */
  public Compiled compileYaml(String yaml) throws TemplateException {
    return new Compiled(yaml, Optional.empty(), yaml);
  }

  /** The document with its templates resolved. */
  public TemplateResult resolve(JsonValue document, TemplateContext context, ObjectLookup lookup)
      throws TemplateException {
    return compile(document).resolve(context, lookup);
  }

  /** A YAML text, such as {@code object-templates-raw}, with its templates resolved and read. */
  public TemplateResult resolveYaml(String yaml, TemplateContext context, ObjectLookup lookup)
      throws TemplateException {
    return compileYaml(yaml).resolve(context, lookup);
  }

  private String decrypted(String yaml) throws TemplateException {
    if (options.delimiters() != TemplateOptions.Delimiters.MANAGED
        || options.encryption().isEmpty()
        || !yaml.contains(Encryption.PREFIX)) {
      return yaml;
    }
    StringBuilder plain = new StringBuilder();
    Matcher matcher = ENCRYPTED.matcher(yaml);
    while (matcher.find()) {
      Optional<String> value = options.encryption().get().decrypt(matcher.group(1));
      if (value.isEmpty()) {
        throw new TemplateException(
            "An encrypted value cannot be decrypted with the keys of the cluster.",
            "decryption of %s failed: invalid PCKS7 padding".formatted(matcher.group()),
            false,
            Optional.empty());
      }
      matcher.appendReplacement(plain, Matcher.quoteReplacement(value.get()));
    }
    return matcher.appendTail(plain).toString();
  }
}
