package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;

/** Texts that depend on the cluster, such as {@code pki+${cluster.name}@acme.example}. */
final class Templates {
  private Templates() {}

  /** Whether a text consists of what is known and of properties of the cluster. */
  static boolean isTemplate(Expr value) {
    return switch (value) {
      case Expr.Text text -> text.parts().stream().allMatch(Templates::isTemplate);
      case Expr.Attribute(Expr.Variable _, _, _) -> true;
      case Expr.Constant _ -> true;
      default -> false;
    };
  }

  /** A template as it is written. */
  static String text(Expr value) {
    String written = value.origin().span().text();
    return written.startsWith("\"") && written.endsWith("\"") && written.length() > 1
        ? written.substring(1, written.length() - 1)
        : "${" + written + "}";
  }

  /** Reports a value that depends on the cluster where that cannot be. */
  static void report(Expr value, Purpose purpose, Findings findings) {
    findings.add(
        switch (purpose) {
          case POLICY ->
              Diagnostic.error(
                      Code.NOT_CONSTANT,
                      value.origin().span(),
                      "The value must be known while compiling.")
                  .label("this depends on the cluster")
                  .help("put labels, claims or the name of the cluster into a string as they are.");
          case DEPLOYMENT ->
              Diagnostic.error(
                      Code.NOT_PER_CLUSTER,
                      value.origin().span(),
                      "A deployment gives every cluster the same manifests.")
                  .label("this depends on the cluster")
                  .help("use a `policy` with `require` for what differs between clusters.");
          case PATCH ->
              Diagnostic.error(
                      Code.NOT_CONSTANT,
                      value.origin().span(),
                      "What a rule changes or passes on must be known.")
                  .label("this depends on the cluster");
          case FIXTURE ->
              Diagnostic.error(
                      Code.NOT_CONSTANT,
                      value.origin().span(),
                      "What a cluster of a test has must be known.")
                  .label("this depends on the cluster");
        });
  }
}
