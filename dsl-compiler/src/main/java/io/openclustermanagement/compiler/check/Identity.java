package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What says which resource is meant: kind, version, name and namespace. It comes from the head
 * only, so that nothing can contradict it.
 */
final class Identity {

  private final Resource.Inline resource;
  private final Findings findings;
  private final Set<String> claimed = new HashSet<>();

  Identity(Resource.Inline resource, Findings findings) {
    this.resource = resource;
    this.findings = findings;
  }

  /** Whether a field of the body belongs to the head; reports it then. */
  boolean claims(String pointer, Name field, Expression value) {
    String kind = resource.kind().kind();
    switch (pointer) {
      case "/apiVersion" ->
          report(field, "The version of a kind stands behind it.", "`" + kind + "@…`", null);
      case "/kind" ->
          report(field, "The kind of a resource stands before it.", "`" + kind + "`", null);
      case "/metadata/name" ->
          report(
              field,
              "The name of a resource stands behind its kind.",
              "`%s %s`".formatted(kind, written(value)),
              resource.name());
      case "/metadata/namespace" ->
          report(
              field,
              "The namespace of a resource stands behind its name.",
              "`%s %s in %s`".formatted(kind, head(), written(value)),
              resource.namespace());
      default -> {
        return false;
      }
    }
    claimed.add(pointer);
    return true;
  }

  private String head() {
    return resource.name() == null ? "\"…\"" : resource.name().span().text();
  }

  /** Whether the body has tried to say it. */
  boolean hasClaimed(String pointer) {
    return claimed.contains(pointer);
  }

  private static String written(Expression value) {
    return value instanceof StringLiteral text ? text.span().text() : "\"…\"";
  }

  private void report(Name field, String summary, String example, @Nullable StringLiteral inHead) {
    var finding = Diagnostic.error(Code.IDENTITY_IN_BODY, field.span(), summary);
    if (inHead == null) {
      finding.help("write %s, and leave it out here.".formatted(example));
    } else {
      finding.related(inHead.span(), "it is here already").help("leave it out here.");
    }
    findings.add(finding);
  }
}
