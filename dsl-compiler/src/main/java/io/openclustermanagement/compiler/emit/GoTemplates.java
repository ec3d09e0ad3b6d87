package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Origin;

/**
 * Writes texts that depend on the cluster as Go templates: what the hub knows of a cluster as a hub
 * template, its claims as a template that the cluster resolves itself. See go-template-utils of the
 * policy framework.
 *
 * <p>Two opening braces in a text begin a template, also where the author wrote it: a policy may
 * say with it what the language has no words for.
 */
final class GoTemplates {

  private static final String NAME = "{{hub .ManagedClusterName hub}}";

  private final Findings findings;

  GoTemplates(Findings findings) {
    this.findings = findings;
  }

  /** The text of an expression that depends at most on the cluster. */
  String text(Expr value) {
    return switch (value) {
      case Expr.Constant(Value constant, _) -> Values.text(constant);
      case Expr.Text text -> text.parts().stream().map(this::text).reduce("", String::concat);
      case Expr.Attribute(_, Property property, Origin origin) -> property(property, origin);
      default -> refuse(value.origin());
    };
  }

  private String property(Property property, Origin origin) {
    return switch (property) {
      case Property.Name _ -> NAME;
      case Property.Label(String key) ->
          "{{hub index .ManagedClusterLabels %s hub}}".formatted(quoted(key));
      case Property.Claim(String key) -> "{{ fromClusterClaim %s }}".formatted(quoted(key));
      case Property.KubernetesVersion _ -> {
        report(
            origin,
            "write `claim[\"kubeversion.open-cluster-management.io\"]`, which every cluster has.");
        yield "";
      }
      case Property.Allocatable _, Property.Capacity _, Property.Available _ -> refuse(origin);
    };
  }

  private String refuse(Origin origin) {
    report(origin, "publish it as a label or a claim of the cluster, and write that.");
    return "";
  }

  private void report(Origin origin, String help) {
    findings.add(
        Diagnostic.error(
                Code.NOT_IN_TEMPLATE,
                origin.span(),
                "No template can put `%s` into a text.".formatted(origin.span().text()))
            .note("templates know the name, the labels and the claims of a cluster")
            .help(help));
  }

  /** A string of Go; keys of labels and claims have no letters that need more. */
  private static String quoted(String key) {
    return "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Reports a template in a text that never ends, which upstream could not parse. */
  void requireClosed(String text, SourceSpan span) {
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open);
      if (close < 0) {
        findings.add(
            Diagnostic.error(
                    Code.UNCLOSED_TEMPLATE, span, "`{{` begins a template here that never ends.")
                .note("texts of a policy are Go templates, which the hub and the clusters resolve")
                .help("write `{{ \"{{\" }}` for the two characters."));
        return;
      }
      open = text.indexOf("{{", close);
    }
  }
}
