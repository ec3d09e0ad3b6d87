package io.openclustermanagement.dsl.syntax;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;

/**
 * A part of the syntax tree. Nodes are records; their order in lists is the order of the source,
 * and their equality ignores where they stand.
 *
 * @see Nodes for walking over nodes of any kind
 */
public sealed interface Node
    permits Argument,
        ClusterClause,
        ClusterSetClause,
        Declaration,
        DeployClause,
        DocComment,
        Entry,
        ExemptionClause,
        Expression,
        FleetMember,
        FleetRuleClause,
        Header,
        Import,
        KeyPath,
        KindName,
        LabelMatch,
        Name,
        NamespaceScope,
        Parameter,
        PlacementClause,
        PolicyClause,
        PolicySetClause,
        Preference,
        QualifiedName,
        Resource,
        ResourceOption,
        RolloutClause,
        RuleClause,
        SourceUnit,
        StringPart,
        Tolerated,
        TestStep,
        TypeName,
        Violation,
        PlacementClause.Group {

  /** Where the node stands. */
  Origin at();

  /** The text of the node. */
  default SourceSpan span() {
    return at().span();
  }
}
