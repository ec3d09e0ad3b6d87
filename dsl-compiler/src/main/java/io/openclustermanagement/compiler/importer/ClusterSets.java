package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.ManagedNamespaceConfig;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The clauses that say a ManagedClusterSet and the bindings to it.
 *
 * <p>A binding belongs to its set: {@code bind to ["acme"]}. One whose set is not among the sources
 * becomes {@code clusterset prod { members existing bind to ["acme"] }}, which writes the binding
 * and leaves the set alone; the same stands for a set that only a placement names. A binding that
 * is not called like its set is refused, as upstream's webhook refuses it, and so is one with
 * labels or annotations of its own.
 */
final class ClusterSets {
  private ClusterSets() {}

  /** The clauses of a set that is among the sources. */
  static List<ClusterSetClause> clauses(
      Item<ManagedClusterSet> item, Reasons reasons, Collection<String> boundTo) {
    List<ClusterSetClause> clauses = new ArrayList<>();
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata
        .labels()
        .ifPresent(each -> clauses.add(new ClusterSetClause.Labels(each, Trees.NOWHERE)));
    metadata
        .annotations()
        .ifPresent(each -> clauses.add(new ClusterSetClause.Annotations(each, Trees.NOWHERE)));
    ManagedClusterSetSpec spec = item.object().spec();
    clauses.add(members(spec == null ? null : spec.clusterSelector(), reasons));
    clauses.addAll(bindings(boundTo));
    if (spec != null && !spec.managedNamespaces().isEmpty()) {
      List<String> names =
          spec.managedNamespaces().stream().map(ManagedNamespaceConfig::name).toList();
      clauses.add(new ClusterSetClause.ManageNamespaces(Trees.texts(names), Trees.NOWHERE));
    }
    return clauses;
  }

  /** The clauses of a set that is on the hub already. */
  static List<ClusterSetClause> existing(Collection<String> boundTo) {
    List<ClusterSetClause> clauses = new ArrayList<>();
    clauses.add(new ClusterSetClause.MembersExisting(Trees.NOWHERE));
    clauses.addAll(bindings(boundTo));
    return clauses;
  }

  private static List<ClusterSetClause> bindings(Collection<String> namespaces) {
    return namespaces.isEmpty()
        ? List.of()
        : List.of(
            new ClusterSetClause.BindTo(Trees.texts(new TreeSet<>(namespaces)), Trees.NOWHERE));
  }

  private static ClusterSetClause members(
      @Nullable ManagedClusterSelector selector, Reasons reasons) {
    String pointer = "/spec/clusterSelector/labelSelector";
    if (selector == null || selector.selectorType() != SelectorType.LABEL_SELECTOR) {
      if (selector != null && selector.labelSelector() != null) {
        reasons.field(pointer, "the members of this set are labelled, so a selector says nothing");
      }
      return new ClusterSetClause.MembersLabelled(Trees.NOWHERE);
    }
    if (selector.labelSelector() == null) {
      reasons.field(pointer, "without a `labelSelector` this set has no members");
    }
    List<Expression> tests = new SelectorImport(reasons).labels(selector.labelSelector(), pointer);
    return new ClusterSetClause.MembersWhere(Trees.and(tests), Trees.NOWHERE);
  }

  /** Whether a binding can be part of its set; the reasons say why not. */
  static boolean accept(Item<ManagedClusterSetBinding> binding, Reasons reasons) {
    MetadataImport metadata = new MetadataImport(binding, reasons);
    if (metadata.labels().isPresent()) {
      reasons.metadata("/metadata/labels", "a binding has no labels in the language");
    }
    if (metadata.annotations().isPresent()) {
      reasons.metadata("/metadata/annotations", "a binding has no annotations in the language");
    }
    String set = setName(binding);
    if (!set.equals(binding.name())) {
      reasons.invalid(
          "/spec/clusterSet",
          "a binding has the name of its cluster set",
          "call the binding `%s`, or bind `%s`.".formatted(set, binding.name()));
    }
    if (binding.namespace().isEmpty()) {
      reasons.invalid("/metadata", NO_NAMESPACE, NAMESPACE_HELP);
    }
    return reasons.isEmpty();
  }

  static final String NO_NAMESPACE = "`namespace` is missing";
  static final String NAMESPACE_HELP = "say in which namespace of the hub it is.";

  static String setName(Item<ManagedClusterSetBinding> binding) {
    var spec = binding.object().spec();
    String set = spec == null ? null : spec.clusterSet();
    return set == null ? "" : set;
  }
}
