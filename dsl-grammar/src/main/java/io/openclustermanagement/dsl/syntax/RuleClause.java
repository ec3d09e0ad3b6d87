package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause of a {@code rule} in a policy. */
public sealed interface RuleClause extends Node {

  /** {@code for each pod in Pod in namespaces ["*"] where condition}. */
  record ForEach(
      Name variable,
      List<KindName> kinds,
      @Nullable NamespaceScope scope,
      @Nullable Expression condition,
      Origin at)
      implements RuleClause {
    public ForEach {
      kinds = List.copyOf(kinds);
    }
  }

  /** {@code let name = value}. */
  record Let(Name name, Expression value, Origin at) implements RuleClause {}

  /** {@code deny when condition}. */
  record DenyWhen(Expression condition, Origin at) implements RuleClause {}

  /** {@code allow only when condition}. */
  record AllowOnlyWhen(Expression condition, Origin at) implements RuleClause {}

  /** {@code message "text"}. */
  record Message(StringLiteral text, Origin at) implements RuleClause {}

  /** {@code severity high}. */
  record Severity(Name level, Origin at) implements RuleClause {}

  /** {@code fix { … }}. */
  record Fix(ObjectLiteral patch, Origin at) implements RuleClause {}

  /** What recovery skipped. */
  record Error(Origin at) implements RuleClause {}
}
