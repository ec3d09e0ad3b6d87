package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Expression.FieldAccess;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.Optional;

/** What can be asked of a managed cluster. */
final class ClusterProperties {

  private final Findings findings;

  ClusterProperties(Findings findings) {
    this.findings = findings;
  }

  /** A property that needs no name. */
  static Optional<Property> plain(String name) {
    return switch (name) {
      case "version" -> Optional.of(new Property.KubernetesVersion());
      case "name" -> Optional.of(new Property.Name());
      case "available" -> Optional.of(new Property.Available());
      default -> Optional.empty();
    };
  }

  /** A label, claim or resource of a cluster. */
  Expr member(Families.Family family, String key, SourceSpan keySpan, Origin origin) {
    if (family.cluster().type() == Simple.ERROR) {
      return new Invalid(origin);
    }
    Property property = Families.property(family.word(), key);
    Optional<String> problem = Labels.keyProblem(property);
    if (problem.isPresent()) {
      findings.add(
          Diagnostic.error(
                  Code.INVALID_LABEL, keySpan, "No label can have the key `%s`.".formatted(key))
              .label(problem.get()));
      return new Invalid(origin);
    }
    return new Attribute(family.cluster(), property, origin);
  }

  /** What {@code cluster.field} means. */
  Expr read(Expr cluster, FieldAccess access) {
    Optional<Property> property = plain(access.field().text());
    if (property.isEmpty()) {
      reportUnknown(access);
      return new Invalid(access.at());
    }
    return new Attribute(cluster, property.get(), access.at());
  }

  private void reportUnknown(FieldAccess access) {
    String field = access.field().text();
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_PROPERTY,
            access.field().span(),
            "A cluster has no `%s`.".formatted(field));
    if (Families.isFamily(field)) {
      finding.help("name one, as in `c.%s`.".formatted(Families.example(field)));
    } else {
      Suggestions.closest(field, Families.ALL_WORDS)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    }
    findings.add(finding);
  }
}
