package io.openclustermanagement.governance.reporting;

import java.util.stream.Stream;

/** What results are added up by. */
public enum Dimension {
  /** Controls of standards. */
  CONTROL("controls"),
  /** Categories of standards. */
  CATEGORY("categories"),
  /** Standards. */
  STANDARD("standards"),
  /** Clusters. */
  CLUSTER("clusters"),
  /** Sets of policies. */
  POLICY_SET("policySets"),
  /** Policies. */
  POLICY("policies"),
  /** Namespaces of the objects that results are about, over all clusters. */
  NAMESPACE("namespaces");

  private final String wireName;

  Dimension(String wireName) {
    this.wireName = wireName;
  }

  /** The name in output. */
  public String wireName() {
    return wireName;
  }

  /** One thing that results are added up for. */
  record Group(String key, String title) {}

  /** The groups that the results of a policy belong to, if that depends on the policy alone. */
  Stream<Group> groups(ReportedPolicy policy) {
    return switch (this) {
      case CONTROL -> references(policy, ReferenceKind.CONTROL);
      case CATEGORY -> references(policy, ReferenceKind.CATEGORY);
      case STANDARD -> references(policy, ReferenceKind.STANDARD);
      case POLICY_SET -> policy.sets().stream().map(Dimension::named);
      case POLICY -> Stream.of(new Group(policy.id(), policy.title()));
      case CLUSTER, NAMESPACE -> Stream.empty();
    };
  }

  /** The groups that a result belongs to. */
  Stream<Group> groups(Result result) {
    return switch (this) {
      case CLUSTER -> Stream.of(named(result.check().cluster()));
      case NAMESPACE ->
          Stream.of(result.namespace()).filter(n -> !n.isEmpty()).map(Dimension::named);
      case CONTROL, CATEGORY, STANDARD, POLICY_SET, POLICY -> groups(result.check().policy());
    };
  }

  private static Group named(String name) {
    return new Group(name, "");
  }

  private static Stream<Group> references(ReportedPolicy policy, ReferenceKind kind) {
    return policy
        .references(kind)
        .map(each -> new Group(each.key(), each.entry().map(CatalogueEntry::title).orElse("")))
        .distinct();
  }
}
