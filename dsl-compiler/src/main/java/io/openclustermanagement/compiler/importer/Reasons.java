package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Collects why one object cannot be imported; without a reason it can. */
final class Reasons {
  private static final String KEEP = "keep this object as YAML beside the generated files.";

  private final Item<?> item;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Reasons(Item<?> item) {
    this.item = item;
  }

  boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** A field that the language has no words for. */
  void field(String pointer, String why) {
    add(Code.FIELD_NOT_IMPORTED, pointer, why, KEEP);
  }

  /** A field that upstream would refuse or report, so that no source stands for it. */
  void invalid(String pointer, String why, String help) {
    add(Code.NOT_IMPORTED, pointer, why, help);
  }

  /** Metadata that the language has no words for. */
  void metadata(String pointer, String why) {
    add(Code.METADATA_NOT_IMPORTED, pointer, why, KEEP);
  }

  /** An object of a kind that the language has no words for. */
  void other() {
    add(Code.CARRIED, "/kind", "the language has no construct for this kind", KEEP);
  }

  private void add(Code code, String pointer, String why, String help) {
    diagnostics.add(
        Diagnostic.error(code, item.span(pointer), "`%s` is not imported.".formatted(item.title()))
            .label(why)
            .help(help)
            .build());
  }
}
