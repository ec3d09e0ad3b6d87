package io.openclustermanagement.dsl.format;

import static io.openclustermanagement.dsl.format.FormatNode.concat;
import static io.openclustermanagement.dsl.format.FormatNode.spaced;

import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a file: header, imports, declarations. */
final class UnitPrinter {

  private final Emitter emitter;
  private final DeclarationPrinter declarations;
  private final List<FormatNode> parts = new ArrayList<>();

  UnitPrinter(Emitter emitter) {
    this.emitter = emitter;
    this.declarations = new DeclarationPrinter(emitter);
  }

  FormatNode print(SourceUnit unit) {
    if (unit.header() != null) {
      addHeader(unit.header());
    }
    for (Import imported : unit.imports()) {
      add(emitter.seek(imported), BlankLine.AS_WRITTEN, imported(imported));
    }
    Declaration before = null;
    for (Declaration declaration : unit.declarations()) {
      BlankLine blank = before == null ? BlankLine.ALWAYS : between(before, declaration);
      add(emitter.seek(declaration), blank, declarations.print(declaration));
      before = declaration;
    }
    parts.add(new FormatNode.Dangling(emitter.tokens().size(), BlankLine.AS_WRITTEN));
    return new FormatNode.Concat(parts);
  }

  private void add(int start, BlankLine blank, FormatNode printed) {
    parts.add(new FormatNode.ItemStart(start, blank));
    parts.add(printed);
  }

  private void addHeader(Header header) {
    FormatNode doc = emitter.doc(header.doc());
    if (header.module() != null) {
      int start = emitter.seekBefore(header.module(), "module");
      add(
          start,
          BlankLine.NEVER,
          concat(doc, spaced(emitter.word("module"), emitter.qualified(header.module()))));
    }
    if (header.hubNamespace() != null) {
      int start = emitter.seekBefore(header.hubNamespace(), "hub");
      FormatNode line =
          concat(
              header.module() == null ? doc : FormatNode.NOTHING,
              spaced(
                  emitter.words("hub", "namespace"),
                  declarations.expressions().string(header.hubNamespace())));
      add(start, BlankLine.NEVER, line);
    }
  }

  private FormatNode imported(Import imported) {
    return switch (imported) {
      case Import.Crd crd ->
          spaced(emitter.words("import", "crd"), declarations.expressions().string(crd.file()));
      case Import.Module module ->
          spaced(
              emitter.word("import"),
              emitter.qualified(module.module()),
              alias(module.alias()),
              names(module.names()));
      case Import.Error error -> throw ExpressionPrinter.unprintable(error);
    };
  }

  private FormatNode alias(@Nullable Name alias) {
    return alias == null ? FormatNode.NOTHING : spaced(emitter.word("as"), emitter.name(alias));
  }

  private FormatNode names(List<Name> names) {
    return names.isEmpty() ? FormatNode.NOTHING : emitter.list("(", names, emitter::name, ")");
  }

  /** Declarations are set apart, but those of one line may stand together as the author likes. */
  private BlankLine between(Declaration before, Declaration declaration) {
    boolean together =
        isOneLine(declaration)
            && before.getClass() == declaration.getClass()
            && (emitter.hasSource() || !hasDoc(declaration));
    return together ? BlankLine.AS_WRITTEN : BlankLine.ALWAYS;
  }

  private static boolean isOneLine(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Param _,
          Declaration.Fun _,
          Declaration.Bind _,
          Declaration.HubResources _,
          Declaration.PolicyInstance _ ->
          true;
      case Declaration.ClusterSet _,
          Declaration.Placement _,
          Declaration.Policy _,
          Declaration.PolicySet _,
          Declaration.Exemption _,
          Declaration.Deploy _,
          Declaration.Fleet _,
          Declaration.FleetRule _,
          Declaration.Test _,
          Declaration.Error _ ->
          false;
    };
  }

  private static boolean hasDoc(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Named named -> named.doc() != null;
      case Declaration.Bind bind -> bind.doc() != null;
      case Declaration.HubResources resources -> resources.doc() != null;
      case Declaration.Test test -> test.doc() != null;
      case Declaration.Error _ -> false;
    };
  }
}
