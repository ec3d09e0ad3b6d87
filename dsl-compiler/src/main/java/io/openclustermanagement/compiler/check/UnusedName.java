package io.openclustermanagement.compiler.check;

import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.Name;

/** Something that is declared or imported and that no source of the compilation refers to. */
public sealed interface UnusedName {

  /** Where the name stands. */
  SourceSpan span();

  /** {@code import m}, of which nothing is used. */
  record UnusedModule(Import.Module declaration) implements UnusedName {
    @Override
    public SourceSpan span() {
      return declaration.span();
    }
  }

  /** A name in the list of an import. */
  record UnusedImport(Import.Module declaration, Name name) implements UnusedName {
    @Override
    public SourceSpan span() {
      return name.span();
    }
  }

  record UnusedParam(Declaration.Param declaration) implements UnusedName {
    @Override
    public SourceSpan span() {
      return declaration.name().span();
    }
  }

  record UnusedFun(Declaration.Fun declaration) implements UnusedName {
    @Override
    public SourceSpan span() {
      return declaration.name().span();
    }
  }

  /** A placement that nothing uses, in sources that use another one. */
  record UnusedPlacement(Declaration.Placement declaration) implements UnusedName {
    @Override
    public SourceSpan span() {
      return declaration.name().span();
    }
  }
}
