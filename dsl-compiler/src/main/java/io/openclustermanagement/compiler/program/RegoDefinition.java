package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule in Rego, which Gatekeeper evaluates.
 *
 * @param name in the source, such as {@code host-ports}
 * @param kinds what it looks at
 * @param parameters what the module reads as {@code input.parameters}
 * @param module the text of the module
 * @param version of the language the module is written in
 */
public record RegoDefinition(
    Located name,
    Optional<String> description,
    List<KindReference> kinds,
    JsonObject parameters,
    Located module,
    RegoVersion version,
    Optional<NamespaceSelection> namespaces,
    Origin origin) {

  public RegoDefinition {
    kinds = List.copyOf(kinds);
  }

  /** Group and version of the template. */
  public static final String TEMPLATE_API_VERSION = "templates.gatekeeper.sh/v1";

  /** The kind of the template. */
  public static final String TEMPLATE_KIND = "ConstraintTemplate";

  /** The kind of the constraint, such as {@code OcmHostPorts}. */
  public String constraintKind() {
    StringBuilder constraint = new StringBuilder("Ocm");
    for (String word : name.text().split("-", -1)) {
      constraint.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return constraint.toString();
  }

  /** The name of the template, which Gatekeeper wants to be that of the kind in small letters. */
  public String templateName() {
    return constraintKind().toLowerCase(Locale.ROOT);
  }

  /** The versions of Rego that Gatekeeper takes. */
  public enum RegoVersion {
    /** {@code violation[{"msg": msg}] { … }}. */
    V0,
    /** {@code violation contains {"msg": msg} if { … }}. */
    V1
  }
}
