package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.format.OcmFormatter;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The modules of an import: {@code clustersets} for all sets, {@code placements.NAMESPACE} for the
 * placements of each namespace of the hub, since a module has one hub namespace, and {@code fleet}.
 * What would be too large to be read goes on in {@code fleet.part-2}.
 */
final class ModuleWriter {
  static final String CLUSTER_SETS = "clustersets";
  static final String PLACEMENTS = "placements.";
  static final String POLICIES = "policies.";
  static final String BINDINGS = "bindings.";
  static final String DEPLOYMENTS = "deployments.";
  static final String REST = "rest";
  static final String FLEET = "fleet";

  private ModuleWriter() {}

  /**
   * A module as formatted source.
   *
   * @param hubNamespace the namespace of its objects; empty if it has none
   * @param setNames the cluster sets that it takes from the module of sets
   */
  static GeneratedFile write(
      String module,
      String hubNamespace,
      Collection<String> setNames,
      List<Declaration> declarations) {
    return write(module, hubNamespace, imports(setNames), declarations);
  }

  /** The same with given imports. */
  static GeneratedFile write(
      String module, String hubNamespace, List<Import> imports, List<Declaration> declarations) {
    Header header =
        new Header(
            null,
            Trees.reference(module),
            hubNamespace.isEmpty() ? null : Trees.text(hubNamespace),
            Trees.NOWHERE);
    SourceUnit unit = new SourceUnit(header, imports, declarations, Trees.NOWHERE);
    return new GeneratedFile(module + ".ocm", OcmFormatter.format(unit));
  }

  private static List<Import> imports(Collection<String> setNames) {
    return setNames.isEmpty() ? List.of() : List.of(listed(CLUSTER_SETS, setNames));
  }

  /** {@code import module (names)}. */
  static Import listed(String module, Collection<String> names) {
    return new Import.Module(
        Trees.reference(module),
        null,
        new TreeSet<>(names).stream().map(Trees::name).toList(),
        Trees.NOWHERE);
  }

  /** {@code import module}. */
  static Import open(String module) {
    return new Import.Module(Trees.reference(module), null, List.of(), Trees.NOWHERE);
  }
}
