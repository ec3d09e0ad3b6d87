package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import java.util.List;
import java.util.function.Consumer;

/** A test of images that leaves out init and ephemeral containers. */
final class ImagesOfContainersRule implements LintRule {

  @Override
  public Code code() {
    return Code.IMAGES_OF_CONTAINERS;
  }

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    for (PolicyClause.Rule rule : input.all(PolicyClause.Rule.class)) {
      List<String> pods = pods(rule);
      Nodes.walk(
          rule,
          node -> {
            if (node instanceof Expression.Quantifier each
                && readsImage(each.variable(), each.condition())) {
              check(each.source(), pods, report);
            } else if (node instanceof Expression.Count each
                && each.condition() != null
                && readsImage(each.variable(), each.condition())) {
              check(each.source(), pods, report);
            }
          });
    }
  }

  /** The variables that stand for pods, which alone have all their containers in one list. */
  private static List<String> pods(PolicyClause.Rule rule) {
    return rule.clauses().stream()
        .filter(RuleClause.ForEach.class::isInstance)
        .map(RuleClause.ForEach.class::cast)
        .filter(each -> each.kinds().stream().allMatch(kind -> isPod(kind)))
        .map(each -> each.variable().text())
        .toList();
  }

  private static boolean isPod(KindName kind) {
    return kind.kind().equals("Pod") || kind.kind().equals("AnyPod");
  }

  private void check(Expression source, List<String> pods, Consumer<Diagnostic.Builder> report) {
    if (source instanceof Expression.FieldAccess(var target, Name field, _, _)
        && field.text().equals("containers")
        && target instanceof Expression.FieldAccess(Expression.Identifier pod, Name spec, _, _)
        && spec.text().equals("spec")
        && pods.contains(pod.name())) {
      String all = pod.name() + ".allContainers";
      report.accept(
          finding(source.span(), "Images of init and ephemeral containers are not looked at.")
              .help("write `%s`.".formatted(all))
              .fix("look at all containers", false, new TextEdit(source.span(), all)));
    }
  }

  private static boolean readsImage(Name variable, Expression condition) {
    boolean[] found = {false};
    Nodes.walk(
        condition,
        node ->
            found[0] |=
                node
                        instanceof
                        Expression.FieldAccess(
                            Expression.Identifier(String name, _),
                            Name field,
                            _,
                            _)
                    && name.equals(variable.text())
                    && field.text().equals("image"));
    return found[0];
  }
}
