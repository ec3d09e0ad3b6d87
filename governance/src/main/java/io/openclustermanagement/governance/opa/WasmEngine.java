package io.openclustermanagement.governance.opa;

import io.openclustermanagement.governance.rego.RegoCompiler;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoProgram;
import io.openclustermanagement.governance.rego.RegoQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Evaluates Rego in this process, compiled to WebAssembly. */
public final class WasmEngine implements RegoEngine {

  /**
   * What one evaluation may use.
   *
   * @param memoryPages of 64 KiB
   */
  public record Limits(Duration time, int memoryPages) {
    /** Ten seconds and 512 MiB. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 8192);
  }

  private final RegoCompiler compiler;
  private final Limits limits;
  private final Map<String, Prepared> prepared = new HashMap<>();

  private sealed interface Prepared {
    record Ready(RegoQuery query) implements Prepared {}

    record Refused(String reason) implements Prepared {}
  }

  /** An engine that gets its programs from a compiler. */
  public WasmEngine(RegoCompiler compiler, Limits limits) {
    this.compiler = compiler;
    this.limits = limits;
  }

  @Override
  public synchronized RegoQuery prepare(RegoProgram program) throws RegoException {
    return switch (prepared.computeIfAbsent(program.digest(), _ -> compile(program))) {
      case Prepared.Ready(RegoQuery query) -> query;
      case Prepared.Refused(String reason) -> throw new RegoException(reason);
    };
  }

  private Prepared compile(RegoProgram program) {
    try {
      return new Prepared.Ready(new WasmQuery(compiler.compile(program), limits));
    } catch (RegoException e) {
      return new Prepared.Refused(e.text());
    }
  }
}
