package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.cli.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves one client over a pair of streams. */
public final class StdioServer {
  private StdioServer() {}

  /**
   * Serves until the client says {@code exit} or goes away.
   *
   * @return whether the client ended the session in order: {@code shutdown}, then {@code exit}
   */
  public static boolean serve(Session session) {
    PrintStream log = new PrintStream(session.err(), true, StandardCharsets.UTF_8);
    // Whatever a library prints must not get between the messages of the protocol.
    System.setOut(log);
    LogManager.getLogManager().reset();
    OcmLanguageServer server = new OcmLanguageServer(session, log);
    ExecutorService readers = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    Future<Void> reading = launcher(server, session.in(), session.out(), readers).startListening();
    readers.execute(() -> exitAtEnd(reading, server));
    return server.awaitExit();
  }

  private static Launcher<LanguageClient> launcher(
      OcmLanguageServer server, InputStream in, OutputStream out, ExecutorService readers) {
    Launcher<LanguageClient> launcher =
        new LSPLauncher.Builder<LanguageClient>()
            .setLocalService(server)
            .setRemoteInterface(LanguageClient.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(readers)
            .create();
    server.connect(launcher.getRemoteProxy());
    return launcher;
  }

  /** A client that went away without a word ends the session, too. */
  private static void exitAtEnd(Future<Void> reading, OcmLanguageServer server) {
    try {
      reading.get();
    } catch (ExecutionException e) {
      server.exit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.exit();
  }
}
