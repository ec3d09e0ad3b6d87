package io.openclustermanagement.governance.opa;

import com.dylibso.chicory.wasm.ChicoryException;
import com.styra.opa.wasm.OpaAbortException;
import com.styra.opa.wasm.OpaPolicy;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoQuery;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One compiled program; evaluations of it follow one after the other. */
final class WasmQuery implements RegoQuery {
  private static final int INITIAL_PAGES = 16;

  /** After so many evaluations that took too long nobody waits for another one. */
  private static final int MAX_TIMEOUTS = 2;

  private final byte[] module;
  private final WasmEngine.Limits limits;
  private @Nullable OpaPolicy policy;
  private int timeouts;

  WasmQuery(byte[] module, WasmEngine.Limits limits) {
    this.module = module.clone();
    this.limits = limits;
  }

  @Override
  public synchronized JsonValue evaluate(JsonObject input) throws RegoException {
    if (timeouts >= MAX_TIMEOUTS) {
      throw tooLong();
    }
    String text = JsonWriter.line(input.toTree());
    FutureTask<String> evaluation = new FutureTask<>(() -> policy().evaluate(text));
    Thread.ofPlatform().daemon().name("rego").start(evaluation);
    try {
      return result(evaluation.get(limits.time().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      evaluation.cancel(true);
      policy = null;
      timeouts++;
      throw tooLong();
    } catch (ExecutionException e) {
      policy = null;
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      evaluation.cancel(true);
      policy = null;
      Thread.currentThread().interrupt();
      throw new RegoException("The evaluation was interrupted.", e);
    }
  }

  private OpaPolicy policy() {
    OpaPolicy known = policy;
    if (known == null) {
      known =
          OpaPolicy.builder()
              .withPolicy(module)
              .withInitialMemory(INITIAL_PAGES)
              .withMaxMemory(limits.memoryPages())
              .withDefaultBuiltins(false)
              .addBuiltins(WasmFunctions.all())
              .build();
      policy = known;
    }
    return known;
  }

  private RegoException tooLong() {
    return new RegoException(
        "The evaluation of the Rego took longer than %d s.".formatted(limits.time().toSeconds()));
  }

  private static RegoException failure(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return switch (cause) {
      case StackOverflowError e -> new RegoException("The Rego nests too deeply.", e);
      case OutOfMemoryError e -> new RegoException("The Rego needs more memory than there is.", e);
      case OpaAbortException e -> new RegoException("The Rego failed: %s.".formatted(message), e);
      case ChicoryException e ->
          new RegoException("The Rego failed in WebAssembly: %s.".formatted(message), e);
      default -> new RegoException("The Rego cannot be evaluated: %s.".formatted(message), cause);
    };
  }

  /** OPA gives a list of result sets, with one result at most. */
  private static JsonValue result(String answer) throws RegoException {
    Optional<JsonValue> first =
        Json.read(answer)
            .filter(JsonArray.class::isInstance)
            .flatMap(list -> ((JsonArray) list).items().stream().findFirst());
    if (first.isPresent() && first.get() instanceof JsonObject set) {
      JsonValue value = set.get("result");
      if (value != null) {
        return value;
      }
    }
    throw new RegoException("The evaluation of the Rego gave no result.");
  }
}
