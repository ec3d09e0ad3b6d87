package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterClaimSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.DecisionGroup;
import io.openclustermanagement.api.cluster.DecisionStrategy;
import io.openclustermanagement.api.cluster.GroupClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSelector;
import io.openclustermanagement.api.cluster.ManagedClusterSet;
import io.openclustermanagement.api.cluster.ManagedClusterSetBinding;
import io.openclustermanagement.api.cluster.ManagedClusterSetSpec;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.cluster.PrioritizerPolicy;
import io.openclustermanagement.api.cluster.ScoreCoordinate;
import io.openclustermanagement.api.cluster.ScoreCoordinateType;
import io.openclustermanagement.api.cluster.SelectorType;
import io.openclustermanagement.api.cluster.SortBy;
import io.openclustermanagement.api.cluster.SpreadPolicy;
import io.openclustermanagement.api.cluster.Toleration;
import io.openclustermanagement.api.cluster.UnsatisfiableMaxSkewAction;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.policy.HubTemplateOptions;
import io.openclustermanagement.api.policy.PlacementBinding;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicySet;
import io.openclustermanagement.api.policy.PolicySpec;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.work.ManifestWorkReplicaSet;
import io.openclustermanagement.api.yaml.ManifestWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object means, in a form in which two objects are equal exactly if they mean the same. The
 * law of the import, {@code build(import(objects)) = objects}, is about these forms. An object and
 * its normal form differ in this:
 *
 * <ul>
 *   <li>Defaults are filled in, and an empty part is an absent one: selectors, policies,
 *       strategies. The one exception is the {@code labelSelector} of a cluster set, where absent
 *       means nothing.
 *   <li>{@code matchLabels} are requirements with {@code In} and one value. The requirements of a
 *       selector and their values are sets. So are {@code clusterSets}. All other lists keep their
 *       order, because it can matter: groups are filled in order, the last of two weights counts.
 *   <li>A CEL expression is the set of its {@link CelImport tests}, or its text without white space
 *       around it.
 *   <li>What servers and clients keep for themselves is left out, see {@link MetadataImport}.
 * </ul>
 *
 * @param parts the meaning by JSON pointer
 */
public record NormalForm(Map<String, Optional<Object>> parts) {

  public NormalForm {
    parts = Map.copyOf(parts);
  }

  /**
   * The normal form of an object. Of the kinds that the language has no words for it is the whole
   * object.
   */
  public static NormalForm of(KubernetesObject object) {
    boolean known =
        object instanceof Placement
            || object instanceof ManagedClusterSet
            || object instanceof ManagedClusterSetBinding
            || object instanceof Policy
            || object instanceof PolicySet
            || object instanceof PlacementBinding
            || object instanceof ManifestWorkReplicaSet;
    if (!known) {
      return verbatim(object);
    }
    Builder builder = new Builder();
    builder.put("/kind", object.kind());
    builder.metadata(object.metadata());
    switch (object) {
      case Placement placement -> builder.placement(placement.spec());
      case ManagedClusterSet set -> builder.clusterSet(set.spec());
      case ManagedClusterSetBinding binding ->
          builder.put(
              "/spec/clusterSet", binding.spec() == null ? null : binding.spec().clusterSet());
      case Policy policy -> builder.policy(policy);
      case PolicySet set -> builder.put("/spec", PolicyForms.set(set));
      case ManifestWorkReplicaSet set -> builder.put("/spec", DeploymentImport.form(set));
      case PlacementBinding binding -> builder.put("/spec", PolicyForms.binding(binding));
      default -> throw new IllegalArgumentException(object.kind());
    }
    return new NormalForm(builder.parts);
  }

  /** The form of an object that is carried as it is: the whole object. */
  static NormalForm verbatim(KubernetesObject object) {
    return new NormalForm(Map.of("", Optional.of(JsonObject.of(ManifestWriter.tree(object)))));
  }

  /** The pointers of the parts in which two forms differ, sorted. */
  public List<String> differences(NormalForm other) {
    Set<String> pointers = new TreeSet<>(parts.keySet());
    pointers.addAll(other.parts.keySet());
    return pointers.stream()
        .filter(pointer -> !Objects.equals(parts.get(pointer), other.parts.get(pointer)))
        .toList();
  }

  private static final class Builder {
    private final Map<String, Optional<Object>> parts = new LinkedHashMap<>();
    private int templates;

    private void put(String pointer, @Nullable Object value) {
      parts.put(pointer, Optional.ofNullable(value));
    }

    private void metadata(ObjectMeta metadata) {
      put("/metadata/name", metadata.name());
      put("/metadata/namespace", metadata.namespace());
      put("/metadata/labels", metadata.labels());
      put("/metadata/annotations", MetadataImport.meaningful(metadata.annotations()));
      put("/metadata/finalizers", Set.copyOf(metadata.finalizers()));
      put("/metadata/ownerReferences", Set.copyOf(metadata.ownerReferences()));
    }

    private void policy(Policy policy) {
      put("/metadata/annotations", PolicyForms.annotations(policy.metadata().annotations()));
      PolicySpec spec = policy.spec();
      put("/spec/disabled", spec.disabled());
      put("/spec/copyPolicyMetadata", Objects.requireNonNullElse(spec.copyPolicyMetadata(), true));
      put("/spec/remediationAction", PolicyForms.remediation(spec.remediationAction()));
      put("/spec/dependencies", PolicyForms.dependencies(spec.dependencies()));
      HubTemplateOptions options = spec.hubTemplateOptions();
      put("/spec/hubTemplateOptions", options == null ? null : options.serviceAccountName());
      for (PolicyTemplate each : spec.policyTemplates()) {
        String pointer = PolicyImport.TEMPLATES + templates++;
        put(pointer + "/objectDefinition", PolicyForms.template(each.objectDefinition()));
        put(pointer + "/extraDependencies", PolicyForms.dependencies(each.extraDependencies()));
        put(pointer + "/ignorePending", Boolean.TRUE.equals(each.ignorePending()));
      }
    }

    private void clusterSet(@Nullable ManagedClusterSetSpec spec) {
      ManagedClusterSelector selector = spec == null ? null : spec.clusterSelector();
      SelectorType type = selector == null ? null : selector.selectorType();
      put(
          "/spec/clusterSelector/selectorType",
          Objects.requireNonNullElse(type, SelectorType.EXCLUSIVE_CLUSTER_SET_LABEL));
      LabelSelector labels = selector == null ? null : selector.labelSelector();
      put("/spec/clusterSelector/labelSelector", labels == null ? null : requirements(labels));
      put("/spec/managedNamespaces", spec == null ? List.of() : spec.managedNamespaces());
    }

    private void placement(PlacementSpec spec) {
      put("/spec/clusterSets", Set.copyOf(spec.clusterSets()));
      put("/spec/numberOfClusters", spec.numberOfClusters());
      put("/spec/predicates", spec.predicates().stream().map(Builder::predicate).toList());
      put("/spec/prioritizerPolicy", prioritizers(spec.prioritizerPolicy()));
      put("/spec/spreadPolicy", spread(spec.spreadPolicy()));
      put("/spec/tolerations", spec.tolerations().stream().map(Builder::toleration).toList());
      put("/spec/decisionStrategy", groups(spec.decisionStrategy()));
      put("/spec/sortBy", Objects.requireNonNullElse(spec.sortBy(), SortBy.CLUSTER_NAME));
      put(
          "/spec/scoreRateLimit",
          Durations.isDefaultRateLimit(spec.scoreRateLimit()) ? null : spec.scoreRateLimit());
    }

    private static List<Object> predicate(ClusterPredicate predicate) {
      ClusterSelector selector = predicate.requiredClusterSelector();
      return selector == null
          ? List.of(Set.of(), Set.of(), Set.of())
          : List.of(
              requirements(selector.labelSelector()),
              requirements(selector.claimSelector()),
              tests(selector.celSelector()));
    }

    private static Set<Object> requirements(@Nullable LabelSelector selector) {
      Set<Object> requirements = new HashSet<>();
      if (selector != null) {
        selector
            .matchLabels()
            .forEach(
                (key, value) ->
                    requirements.add(
                        requirement(new LabelSelectorRequirement(key, "In", List.of(value)))));
        selector.matchExpressions().forEach(each -> requirements.add(requirement(each)));
      }
      return requirements;
    }

    private static Set<Object> requirements(@Nullable ClusterClaimSelector selector) {
      Set<Object> requirements = new HashSet<>();
      if (selector != null) {
        selector.matchExpressions().forEach(each -> requirements.add(requirement(each)));
      }
      return requirements;
    }

    private static List<Object> requirement(LabelSelectorRequirement requirement) {
      return List.of(requirement.key(), requirement.operator(), Set.copyOf(requirement.values()));
    }

    private static Set<Object> tests(@Nullable ClusterCelSelector selector) {
      Set<Object> tests = new HashSet<>();
      if (selector != null) {
        for (String expression : selector.celExpressions()) {
          CelImport.recognise(expression)
              .ifPresentOrElse(tests::addAll, () -> tests.add(expression.strip()));
        }
      }
      return tests;
    }

    private static @Nullable Object prioritizers(@Nullable PrioritizerPolicy policy) {
      if (policy == null) {
        return null;
      }
      String mode = policy.mode();
      boolean additive = mode == null || mode.isEmpty() || mode.equals(PrioritizerPolicy.ADDITIVE);
      if (additive && policy.configurations().isEmpty()) {
        return null;
      }
      List<Object> list = new ArrayList<>();
      list.add(additive ? PrioritizerPolicy.ADDITIVE : mode);
      policy
          .configurations()
          .forEach(
              each -> {
                list.add(each.weight() == null ? 1 : each.weight());
                list.add(Optional.ofNullable(each.scoreCoordinate()).map(Builder::coordinate));
              });
      return list;
    }

    private static Object coordinate(ScoreCoordinate coordinate) {
      return List.of(
          coordinate.type() == null ? ScoreCoordinateType.BUILT_IN : coordinate.type(),
          Objects.requireNonNullElse(coordinate.builtIn(), ""),
          Optional.ofNullable(coordinate.addOn()));
    }

    private static List<Object> spread(@Nullable SpreadPolicy policy) {
      List<Object> terms = new ArrayList<>();
      if (policy != null) {
        policy
            .spreadConstraints()
            .forEach(
                term ->
                    terms.add(
                        List.of(
                            term.topologyKey(),
                            term.topologyKeyType(),
                            Objects.requireNonNullElse(term.maxSkew(), 1),
                            Objects.requireNonNullElse(
                                term.whenUnsatisfiable(),
                                UnsatisfiableMaxSkewAction.SCHEDULE_ANYWAY))));
      }
      return terms;
    }

    private static List<Object> toleration(Toleration toleration) {
      String operator = Objects.requireNonNullElse(toleration.operator(), "");
      return List.of(
          Objects.requireNonNullElse(toleration.key(), ""),
          operator.isEmpty() ? Toleration.EQUAL : operator,
          Objects.requireNonNullElse(toleration.value(), ""),
          Optional.ofNullable(toleration.effect()),
          Optional.ofNullable(toleration.tolerationSeconds()));
    }

    private static List<Object> groups(@Nullable DecisionStrategy strategy) {
      var groups = strategy == null ? null : strategy.groupStrategy();
      if (groups == null) {
        return List.of(GroupImport.WHOLE);
      }
      List<Object> list = new ArrayList<>();
      var size = groups.clustersPerDecisionGroup();
      boolean whole = size == null || size.equals(GroupImport.WHOLE_SIZE);
      list.add(whole ? GroupImport.WHOLE : size);
      groups.decisionGroups().forEach(group -> list.add(group(group)));
      return list;
    }

    private static List<Object> group(DecisionGroup group) {
      GroupClusterSelector selector = group.groupClusterSelector();
      return List.of(
          group.groupName(),
          requirements(selector.labelSelector()),
          requirements(selector.claimSelector()));
    }
  }
}
