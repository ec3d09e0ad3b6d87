package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.ClusterSetDefinition;
import io.openclustermanagement.compiler.program.ClusterSetDefinition.Membership;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a {@code clusterset}. */
final class ClusterSetChecker {

  private final Context context;
  private final List<Located> bindings = new ArrayList<>();
  private final List<Located> managed = new ArrayList<>();
  private Optional<Membership> membership = Optional.empty();
  private Optional<ObjectLiteral> labels = Optional.empty();
  private Optional<ObjectLiteral> annotations = Optional.empty();

  ClusterSetChecker(Context context) {
    this.context = context;
  }

  ClusterSetDefinition check(Symbol symbol, Declaration.ClusterSet declaration) {
    context.reportRepeated(Context.byName(declaration.clauses(), ClusterSetChecker::name));
    declaration.clauses().forEach(this::clause);
    reportTwice(bindings);
    reportTwice(managed);
    return new ClusterSetDefinition(
        symbol.name(),
        context.metadata(
            declaration.name(),
            declaration.objectName(),
            SymbolKind.CLUSTER_SET,
            labels,
            annotations),
        membership.orElseGet(() -> new Membership.Labelled(declaration.name().at())),
        bindings,
        managed,
        declaration.name().at(),
        declaration.at());
  }

  private static Optional<String> name(ClusterSetClause clause) {
    return switch (clause) {
      case ClusterSetClause.MembersLabelled _,
          ClusterSetClause.MembersExisting _,
          ClusterSetClause.MembersWhere _ ->
          Optional.of("members");
      case ClusterSetClause.Labels _ -> Optional.of("labels");
      case ClusterSetClause.Annotations _ -> Optional.of("annotations");
      case ClusterSetClause.BindTo _,
          ClusterSetClause.ManageNamespaces _,
          ClusterSetClause.Error _ ->
          Optional.empty();
    };
  }

  private void clause(ClusterSetClause clause) {
    switch (clause) {
      case ClusterSetClause.MembersLabelled(var at) ->
          membership = Optional.of(new Membership.Labelled(at));
      case ClusterSetClause.MembersExisting(var at) ->
          membership = Optional.of(new Membership.Existing(at));
      case ClusterSetClause.MembersWhere(var condition, var at) ->
          membership =
              Optional.of(
                  new Membership.Where(
                      context.expressions().check(condition, Place.CLUSTER, Simple.BOOL), at));
      case ClusterSetClause.BindTo(var namespaces, _) ->
          bindings.addAll(context.namespaces(namespaces));
      case ClusterSetClause.ManageNamespaces(var namespaces, _) ->
          managed.addAll(context.namespaces(namespaces));
      case ClusterSetClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
      case ClusterSetClause.Annotations(ObjectLiteral written, _) ->
          annotations = Optional.of(written);
      case ClusterSetClause.Error _ -> {}
    }
  }

  private void reportTwice(List<Located> names) {
    Map<String, Located> seen = new HashMap<>();
    for (Located name : names) {
      Located first = seen.putIfAbsent(name.text(), name);
      if (first != null) {
        context
            .findings()
            .add(
                Diagnostic.error(
                        Code.DUPLICATE_NAME,
                        name.origin().span(),
                        "`%s` is listed twice.".formatted(name.text()))
                    .related(first.origin().span(), "the first one"));
      }
    }
  }
}
