package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.compiler.check.Subjects.Subject;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.RegoDefinition;
import io.openclustermanagement.compiler.program.RegoDefinition.RegoVersion;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a {@code rego} of a policy, as far as Gatekeeper asks for more than Rego does. */
final class RegoChecker {

  private static final String FENCE = "\"\"\"";
  private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");
  private static final Pattern PACKAGE =
      Pattern.compile("\\A\\s*package\\s+[A-Za-z_][\\w]*(\\.[A-Za-z_][\\w]*)*\\s");
  private static final Pattern VIOLATION = Pattern.compile("(?m)^\\s*violation\\b");
  private static final Pattern VERSION_1 =
      Pattern.compile("(?m)^\\s*violation\\s+contains\\b|\\bif\\s*\\{|\\bimport\\s+rego\\.v1\\b");
  private static final Pattern FUTURE = Pattern.compile("\\bimport\\s+future\\.keywords\\b");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Context context;

  RegoChecker(Context context) {
    this.context = context;
  }

  /**
   * The rule; empty after a report.
   *
   * @param namespaces those of the policy
   */
  Optional<RegoDefinition> check(PolicyClause.Rego rego, Optional<NamespaceSelection> namespaces) {
    context.scope().index().declare(SymbolKind.RULE, rego.name().at());
    int before = context.findings().errors();
    requireName(rego);
    Optional<Subject> subject = Subjects.of(rego.kinds(), context);
    Optional<Located> module = module(rego.source());
    module.filter(_ -> isClosed(rego.source())).ifPresent(this::requireModule);
    JsonObject parameters = parameters(rego.parameters());
    if (subject.isEmpty() || module.isEmpty() || context.findings().errors() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new RegoDefinition(
            new Located(rego.name().text(), rego.name().at()),
            Optional.ofNullable(rego.doc()).map(DocComment::text),
            subject.get().kinds(),
            parameters,
            module.get(),
            version(module.get().text()),
            namespaces,
            rego.at()));
  }

  /** A fence that is never closed has been reported, and holds what is left of the file. */
  private static boolean isClosed(Expression source) {
    return !(source instanceof Expression.Fence) || source.span().text().endsWith(FENCE);
  }

  /** The name of the constraint's kind is made from it. */
  private void requireName(PolicyClause.Rego rego) {
    if (!NAME.matcher(rego.name().text()).matches()) {
      context
          .findings()
          .add(
              Context.invalidName(
                      rego.name().span(),
                      "No constraint can be called `%s`.".formatted(rego.name().text()))
                  .label("small letters and digits, with single `-` between them"));
    }
  }

  private Optional<Located> module(Expression source) {
    return switch (source) {
      case Expression.Fence(String text, var at) ->
          Optional.of(new Located(FencedText.of(text), at));
      case StringLiteral path -> {
        List<SourceFile> files = context.scope().files(path);
        if (files.size() > 1) {
          report(
              new Located("", path.at()),
              "A rule is one Rego file.",
              "%d files have such names".formatted(files.size()),
              "name one of them.");
        }
        yield files.size() == 1
            ? Optional.of(new Located(files.getFirst().text(), path.at()))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private void requireModule(Located module) {
    String code = COMMENT.matcher(module.text()).replaceAll("");
    if (!PACKAGE.matcher(code).find()) {
      report(
          module,
          "The Rego has no package.",
          "Gatekeeper takes no module without one",
          "begin it with `package NAME`.");
    } else if (!VIOLATION.matcher(code).find()) {
      report(
          module,
          "The Rego finds no violation.",
          "it has no rule `violation`",
          "add `violation contains {\"msg\": msg} if { … }`.");
    }
  }

  private void report(Located where, String summary, String label, String help) {
    context
        .findings()
        .add(
            Diagnostic.error(Code.INVALID_REGO, where.origin().span(), summary)
                .label(label)
                .help(help));
  }

  /** A module that imports the new words by name is one of version 0. */
  private static RegoVersion version(String text) {
    String code = COMMENT.matcher(text).replaceAll("");
    return VERSION_1.matcher(code).find() && !FUTURE.matcher(code).find()
        ? RegoVersion.V1
        : RegoVersion.V0;
  }

  private JsonObject parameters(@Nullable ObjectLiteral written) {
    BodyChecker.Draft draft = new BodyChecker.Draft();
    if (written != null) {
      new BodyChecker(context, Purpose.PATCH)
          .fields(written, new StructuralType.Any(true), draft, "");
    }
    return draft.json();
  }
}
