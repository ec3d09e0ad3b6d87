package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.SourceMap;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects where the parts of one object were written. */
final class Pointers {

  private final Map<String, SourceSpan> spans = new LinkedHashMap<>();

  void put(String pointer, Origin origin) {
    spans.put(pointer, origin.span());
  }

  void put(String pointer, SourceSpan span) {
    spans.put(pointer, span);
  }

  void put(String pointer, int index, Origin origin) {
    put(pointer + "/" + index, origin);
  }

  /** An item of a list; the list as a whole is where its first item stands. */
  void putItem(String pointer, int index, Origin origin) {
    put(pointer, index, origin);
    spans.putIfAbsent(pointer, origin.span());
  }

  void put(String pointer, String key, Origin origin) {
    put(pointer + "/" + FieldPath.escape(key), origin);
  }

  SourceMap map() {
    return new SourceMap(spans);
  }
}
