package io.openclustermanagement.governance.opa;

import com.styra.opa.wasm.OpaBuiltin;
import com.styra.opa.wasm.OpaBuiltin.Builtin;
import com.styra.opa.wasm.OpaWasm;
import com.styra.opa.wasm.builtins.Yaml;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Functions of Rego that a compiled module leaves to its host. */
final class WasmFunctions {

  private WasmFunctions() {}

  static Builtin[] all() {
    return Stream.of(
            Arrays.stream(Yaml.all()),
            Arrays.stream(com.styra.opa.wasm.builtins.Json.all()),
            Stream.of(new OpaBuiltin.Builtin2("sprintf", WasmFunctions::sprintf)))
        .flatMap(each -> each)
        .toArray(Builtin[]::new);
  }

  /** With Go's words: the library's own does not know sets, and formats as Java does. */
  private static int sprintf(OpaWasm wasm, int format, int values) {
    List<RegoTerm> arguments =
        RegoTerm.parse(dump(wasm, values)) instanceof RegoTerm.Array(List<RegoTerm> items)
            ? items
            : List.of();
    String text =
        RegoTerm.parse(dump(wasm, format)) instanceof RegoTerm.Text(String pattern)
            ? GoFormat.format(pattern, arguments.stream().map(RegoTerm::goValue).toList())
            : "";
    return wasm.writeResult(JsonWriter.line(text));
  }

  /** A value as Rego writes it, in which lists and sets differ. */
  private static String dump(OpaWasm wasm, int value) {
    int address = wasm.exports().opaValueDump(value);
    String text = wasm.memory().readCString(address);
    wasm.exports().opaFree(address);
    return text;
  }
}
