package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects what of clusters a {@code fleet} cannot say. There may be thousands of clusters, so a
 * field is reported once, where it first occurs, with the number of objects that have it.
 */
final class Omissions {
  private record Omission(Item<?> first, String pointer, int objects, Item<?> last) {}

  private final Map<String, Omission> byField = new TreeMap<>();

  /**
   * Notes a field.
   *
   * @param pointer where it stands in the object
   * @param present whether the object has it
   */
  void whenPresent(Item<?> item, String pointer, boolean present) {
    if (!present) {
      return;
    }
    String field = item.object().kind() + pointer.replaceAll("/\\d+/", "/");
    byField.merge(
        field,
        new Omission(item, pointer, 1, item),
        (known, _) ->
            new Omission(
                known.first(),
                known.pointer(),
                known.objects() + (known.last() == item ? 0 : 1),
                item));
  }

  List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    byField.values().forEach(each -> diagnostics.add(diagnostic(each)));
    return diagnostics;
  }

  private static Diagnostic diagnostic(Omission omission) {
    String pointer = omission.pointer();
    String field = pointer.substring(1).replaceAll("/\\d+/", "[]/").replace('/', '.');
    boolean observed = pointer.startsWith("/status");
    int objects = omission.objects();
    String kind = omission.first().object().kind();
    return Diagnostic.warning(
            observed ? Code.STATUS_NOT_IMPORTED : Code.FIELD_NOT_IMPORTED,
            omission.first().span(pointer),
            "`%s` of %d %s is not imported."
                .formatted(field, objects, kind + (objects > 1 ? "s" : "")))
        .label(objects > 1 ? "the first one" : "a `fleet` cannot say it")
        .help("name the YAML file behind `--fleet` where tests need it.")
        .build();
  }
}
