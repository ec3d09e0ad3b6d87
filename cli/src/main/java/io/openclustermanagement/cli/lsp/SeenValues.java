package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The labels and claims that occur in the sources, in fixtures and in the configured fleet, with
 * the values that were seen of each.
 *
 * @param labels values by key
 * @param claims values by name
 */
record SeenValues(Map<String, Set<String>> labels, Map<String, Set<String>> claims) {

  /**
   * What was seen.
   *
   * @param at where somebody is writing, which was not seen
   */
  static SeenValues in(Place at, List<KubernetesObject> fleet) {
    SeenValues seen = new SeenValues(new TreeMap<>(), new TreeMap<>());
    for (Document document : at.project().documents()) {
      Nodes.walk(
          document.tree(),
          node -> {
            if (document != at.document() || !(node instanceof Expression) || !at.isIn(node)) {
              seen.collect(node);
            }
          });
    }
    for (KubernetesObject object : fleet) {
      if (object instanceof ManagedCluster cluster) {
        cluster.metadata().labels().forEach((key, value) -> add(seen.labels, key, value));
        if (cluster.status() != null) {
          cluster
              .status()
              .clusterClaims()
              .forEach(claim -> add(seen.claims, claim.name(), claim.value()));
        }
      }
    }
    return seen;
  }

  /** The values by key of one of the words {@code label} and {@code claim}. */
  Map<String, Set<String>> of(String word) {
    return word.equals("claim") ? claims : labels;
  }

  private void collect(Node node) {
    switch (node) {
      case ClusterClause.Labels(ObjectLiteral written, _) -> collect(written, labels);
      case ClusterClause.Claims(ObjectLiteral written, _) -> collect(written, claims);
      case Expression.FieldAccess(Expression.Identifier(String word, _), var key, _, _)
          when isFamily(word) ->
          of(word).computeIfAbsent(key.text(), _ -> new TreeSet<>());
      case Expression.Index(Expression.Identifier(String word, _), StringLiteral key, _)
          when isFamily(word) ->
          of(word).computeIfAbsent(key.text(), _ -> new TreeSet<>());
      case Expression.Comparison(Expression.FieldAccess access, _, StringLiteral value, _) ->
          compared(access, value);
      case Expression.Comparison(Expression.Index access, _, StringLiteral value, _) ->
          compared(access, value);
      case Expression.Membership(Expression left, _, _, ListLiteral values, _) ->
          values
              .elements()
              .forEach(
                  each -> {
                    if (each instanceof StringLiteral value) {
                      compared(left, value);
                    }
                  });
      default -> {}
    }
  }

  private static boolean isFamily(String word) {
    return word.equals("label") || word.equals("claim");
  }

  private void compared(Expression left, StringLiteral value) {
    switch (left) {
      case Expression.FieldAccess(Expression.Identifier(String word, _), var key, _, _)
          when isFamily(word) ->
          add(of(word), key.text(), value.text());
      case Expression.Index(Expression.Identifier(String word, _), StringLiteral key, _)
          when isFamily(word) ->
          add(of(word), key.text(), value.text());
      default -> {}
    }
  }

  private static void collect(ObjectLiteral written, Map<String, Set<String>> values) {
    for (Entry entry : written.entries()) {
      if (entry instanceof Entry.Field(var key, StringLiteral value, _)) {
        add(values, key.text(), value.text());
      }
    }
  }

  private static void add(
      Map<String, Set<String>> values, @Nullable String key, @Nullable String value) {
    if (key != null && value != null) {
      values.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
    }
  }
}
