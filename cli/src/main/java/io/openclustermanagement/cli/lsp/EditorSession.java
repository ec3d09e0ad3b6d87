package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.FolderLoader;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.Target;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** What all requests of one client share. Only the thread of {@link Requests} touches it. */
final class EditorSession {
  private final Session session;
  private final Documents documents;
  private final Projects projects;
  private final Requests requests;
  private final Settings settings;
  private final Publisher publisher;
  private final Runnable ready;
  private @Nullable LanguageClient client;

  /**
   * @param ready throws if no request may be answered at this moment
   */
  EditorSession(Session session, PrintStream log, Runnable ready) {
    this.session = session;
    this.documents = new Documents(session);
    this.projects = new Projects(documents, this::options);
    this.requests = new Requests(log);
    this.settings = new Settings(session, this);
    this.publisher = new Publisher(this);
    this.ready = ready;
  }

  /** How sources are compiled: as `ocm check` does, with findings that depend on the day. */
  private CompilerOptions options() {
    return new CompilerOptions(
        Target.NATIVE,
        Map.of(),
        new FolderLoader(session, documents.folders()),
        LocalDate.ofInstant(settings.now(), ZoneOffset.UTC));
  }

  void connect(LanguageClient remote) {
    client = remote;
  }

  LanguageClient client() {
    if (client == null) {
      throw new IllegalStateException("no client is connected");
    }
    return client;
  }

  Documents documents() {
    return documents;
  }

  Projects projects() {
    return projects;
  }

  Requests requests() {
    return requests;
  }

  Settings settings() {
    return settings;
  }

  Publisher publisher() {
    return publisher;
  }

  /** Answers a request. */
  <T> CompletableFuture<T> answer(String method, Supplier<T> body) {
    return requests.answer(
        method,
        () -> {
          ready.run();
          return body.get();
        });
  }

  /** Tells the person at the editor about something outside that failed. */
  void warn(String message) {
    client().showMessage(new MessageParams(MessageType.Warning, message));
  }

  /** The document of a URI. */
  Optional<Document> document(String uri) {
    return documents.find(uri);
  }
}
