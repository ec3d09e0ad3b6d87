package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the templates of one policy their names on the clusters. A name that no clause gives comes
 * from the policy and what the template is about, so that clauses can be moved and added without
 * renaming others: upstream deletes a template that is called otherwise, and its history with it.
 * Upstream refuses a policy with two templates of one name.
 */
final class TemplateNames {

  private static final int MAX_LENGTH = 253;

  private final String policy;
  private final Findings findings;
  private final Map<String, Origin> taken = new HashMap<>();

  /**
   * @param policy what the policy is called on the hub
   */
  TemplateNames(String policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  /** A name that was written; reported if another template has it. */
  Located given(Located name) {
    Origin first = taken.putIfAbsent(name.text(), name.origin());
    if (first != null) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_NAME,
                  name.origin().span(),
                  "Two templates of this policy are called `%s`.".formatted(name.text()))
              .related(first.span(), "the first one")
              .note("upstream refuses all templates of such a policy")
              .help("give one of them another name."));
    }
    return name;
  }

  /** The name of a block or rule of the policy. */
  Located of(Located part) {
    return given(new Located(policy + "-" + clean(part.text()), part.origin()));
  }

  /** A name for a template that begins with this object. */
  Located of(Manifest first) {
    String name = first.name().map(TemplateNames::clean).orElse("");
    String kind = clean(first.kind().kind());
    return free(policy + "-" + kind + (name.isEmpty() ? "" : "-" + name), first.origin());
  }

  /** A name with this ending, counted up where it is taken. */
  Located ending(String ending, Origin origin) {
    return free(policy + "-" + ending, origin);
  }

  private Located free(String wanted, Origin origin) {
    String base = shortened(wanted);
    String name = base;
    for (int i = 2; taken.containsKey(name); i++) {
      name = base + "-" + i;
    }
    taken.put(name, origin);
    return new Located(name, origin);
  }

  private static String shortened(String name) {
    int limit = MAX_LENGTH - 12;
    return name.length() <= limit
        ? name
        : name.substring(0, limit - 9) + "-" + Integer.toHexString(name.hashCode());
  }

  /** What of a text can stand in a name; nothing of one that a template makes. */
  private static String clean(String text) {
    return text.contains("{{") || text.contains("${")
        ? ""
        : text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
  }
}
