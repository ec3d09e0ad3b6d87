package io.openclustermanagement.cli.lsp;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Runs requests and notifications one after another in the order of their arrival, on a thread of
 * their own. One that fails is answered with an error; the server lives on.
 */
final class Requests {
  private final PrintStream log;
  private final Set<String> logged = new HashSet<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lsp").factory());

  /** Expressions nest deeply, and so does what walks over them. */
  Requests(PrintStream log) {
    this.log = log;
  }

  /** Answers a request. */
  <T> CompletableFuture<T> answer(String method, Supplier<T> body) {
    return CompletableFutures.computeAsync(
        worker,
        (CancelChecker cancelled) -> {
          cancelled.checkCanceled();
          return guarded(method, body);
        });
  }

  /** Runs what has no answer. */
  void run(String method, Runnable body) {
    worker.execute(() -> quietly(method, body));
  }

  /** Runs something after some time, unless it is cancelled before. */
  Future<?> later(String method, long milliseconds, Runnable body) {
    return worker.schedule(() -> quietly(method, body), milliseconds, TimeUnit.MILLISECONDS);
  }

  private void quietly(String method, Runnable body) {
    try {
      body.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log(method, e);
    }
  }

  private <T> T guarded(String method, Supplier<T> body) {
    try {
      return body.get();
    } catch (ResponseErrorException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log(method, e);
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.InternalError,
              "This is a mistake of ocm, not of yours: %s in %s.".formatted(e, method),
              null));
    }
  }

  /** Writes a failure down, each kind of failure once. */
  private void log(String method, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = failure.getClass() + (trace.length == 0 ? "" : " at " + trace[0]);
    if (logged.add(place)) {
      log.println("ocm lsp: " + method + " failed; the same failure is not logged again.");
      failure.printStackTrace(log);
      log.flush();
    }
  }

  /** A request that cannot be fulfilled, with the reason for the person who asked. */
  static ResponseErrorException refused(String reason) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
  }
}
