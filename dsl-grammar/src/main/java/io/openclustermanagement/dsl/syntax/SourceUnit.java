package io.openclustermanagement.dsl.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One source file. */
public record SourceUnit(
    @Nullable Header header, List<Import> imports, List<Declaration> declarations, Origin at)
    implements Node {
  public SourceUnit {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
  }
}
