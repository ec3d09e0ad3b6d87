package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resource clauses that become one ConfigurationPolicy: consecutive ones with the same scope. One
 * with a message stands alone, because a message belongs to the whole template; a template block
 * has one message for all of its clauses.
 *
 * @param origin the first clause
 */
record TemplateGroup(Key key, List<ObjectTemplate> objects, Origin origin) {

  TemplateGroup(Key key, Origin origin) {
    this(key, new ArrayList<>(), origin);
  }

  /** Whether a clause with this key can join; further objects of one clause always can. */
  @SuppressWarnings("ReferenceEquality") // all origins are equal
  boolean takes(Key next, Origin clause, boolean inBlock) {
    if (objects.isEmpty() || objects.getLast().origin() == clause) {
      return true;
    }
    return inBlock ? key.agrees(next) : key.hasNoMessage() && key.equals(next);
  }

  /** The same with what another clause says of the template. */
  TemplateGroup with(Key next) {
    return new TemplateGroup(key.or(next), objects, origin);
  }

  /**
   * What such clauses have in common; places play no part in the equality of expressions.
   *
   * @param name what the clauses call the template
   */
  record Key(
      Optional<NamespaceSelection> namespaces,
      Optional<Located> name,
      Optional<Expr> message,
      Optional<Expr> compliantMessage) {

    private boolean hasNoMessage() {
      return message.isEmpty() && compliantMessage.isEmpty();
    }

    private boolean agrees(Key next) {
      return namespaces.equals(next.namespaces)
          && agree(message, next.message)
          && agree(compliantMessage, next.compliantMessage);
    }

    private static boolean agree(Optional<Expr> one, Optional<Expr> other) {
      return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private Key or(Key next) {
      return new Key(
          namespaces,
          name.or(next::name),
          message.or(next::message),
          compliantMessage.or(next::compliantMessage));
    }
  }
}
