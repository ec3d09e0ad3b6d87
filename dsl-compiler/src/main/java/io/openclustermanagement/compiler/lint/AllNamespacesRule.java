package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.RuleClause;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All namespaces, among them those of Kubernetes itself. */
final class AllNamespacesRule implements LintRule {

  @Override
  public Code code() {
    return Code.ALL_NAMESPACES;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (PolicyClause.ResourceRule rule : input.all(PolicyClause.ResourceRule.class)) {
      // What is forbidden is forbidden to the system as well.
      if (rule.verb() != PolicyClause.ResourceVerb.FORBID
          && rule.resource() instanceof Resource.Inline inline) {
        check(inline.scope(), report);
      }
    }
    input.all(PolicyClause.InNamespaces.class).forEach(each -> check(each.scope(), report));
    input.all(RuleClause.ForEach.class).forEach(each -> check(each.scope(), report));
    input.templates().forEach(each -> check(each, report));
  }

  private void check(ConfigurationTemplate template, Consumer<Diagnostic.Builder> report) {
    JsonObject selector = template.policy().object("spec").object("namespaceSelector");
    if (template.opensYamlPolicy()
        && template.requiresSomething()
        && selector.get("matchLabels") == null
        && selector.get("matchExpressions") == null
        && texts(selector, "include").anyMatch("*"::equals)
        && texts(selector, "exclude").noneMatch(each -> each.startsWith("kube-"))) {
      report.accept(
          finding(
                  template.atPolicy("/spec/namespaceSelector/include"),
                  "This takes in the namespaces of Kubernetes itself.")
              .label("`kube-system` is one of them")
              .help("add `kube-*` to `exclude`."));
    }
  }

  private static Stream<String> texts(JsonObject selector, String field) {
    return ConfigurationTemplate.list(selector.get(field)).stream()
        .filter(JsonString.class::isInstance)
        .map(each -> ((JsonString) each).value());
  }

  private void check(@Nullable NamespaceScope scope, Consumer<Diagnostic.Builder> report) {
    if (scope != null
        && scope.labelled() == null
        && texts(scope.include()).anyMatch("*"::equals)
        && (scope.exclude() == null
            || texts(scope.exclude()).noneMatch(each -> each.startsWith("kube-")))) {
      report.accept(
          finding(scope.include().span(), "This takes in the namespaces of Kubernetes itself.")
              .label("`kube-system` is one of them")
              .help("leave them out: %s.".formatted(help(scope)))
              .fix("leave out `kube-*`", false, fix(scope)));
    }
  }

  private static String help(NamespaceScope scope) {
    return scope.exclude() == null ? "`except [\"kube-*\"]`" : "add `\"kube-*\"` behind `except`";
  }

  private static TextEdit fix(NamespaceScope scope) {
    ListLiteral exclude = scope.exclude();
    ListLiteral list = exclude == null ? scope.include() : exclude;
    SourceFile file = list.span().file();
    if (exclude == null) {
      return new TextEdit(file.span(list.span().end(), list.span().end()), " except [\"kube-*\"]");
    }
    int inside = list.span().start() + 1;
    return new TextEdit(
        file.span(inside, inside), list.elements().isEmpty() ? "\"kube-*\"" : "\"kube-*\", ");
  }

  private static Stream<String> texts(ListLiteral list) {
    return list.elements().stream()
        .filter(StringLiteral.class::isInstance)
        .map(each -> ((StringLiteral) each).text());
  }
}
