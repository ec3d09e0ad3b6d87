package io.openclustermanagement.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.openclustermanagement.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/** An editor with the real server in a process of its own. */
final class Editor implements LanguageClient, AutoCloseable {
  private static final long SECONDS = 60;

  /** The client logs that a server went away, which is what some tests are about. */
  private static final Logger CLIENT_LOG = Logger.getLogger("org.eclipse.lsp4j");

  private final Path folder;
  private final Process process;
  private final Path log;
  private final LanguageServer server;
  private final Map<String, LinkedBlockingQueue<List<Diagnostic>>> diagnostics =
      new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<Registration> registrations = new LinkedBlockingQueue<>();
  private JsonObject configuration = new JsonObject();

  private Editor(Path folder) throws IOException {
    CLIENT_LOG.setLevel(Level.OFF);
    this.folder = folder;
    this.log = Files.createTempFile("ocm-lsp", ".log");
    this.process =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectError(log.toFile())
            .start();
    var launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    var _ = launcher.startListening();
    this.server = launcher.getRemoteProxy();
  }

  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xss4m",
        "-Docm.home="
            + Path.of(System.getProperty("repository.root", "..")).toAbsolutePath().normalize(),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "lsp",
        "--stdio");
  }

  /** Starts the server on a folder. */
  static Editor on(Path folder) throws IOException {
    Editor editor = new Editor(folder);
    InitializeParams params = new InitializeParams();
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "test")));
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setConfiguration(true);
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWorkspace(workspace);
    params.setCapabilities(capabilities);
    InitializeResult result = get(editor.server.initialize(params));
    assertThat(result.getServerInfo().getName()).isEqualTo("ocm");
    editor.server.initialized(new InitializedParams());
    return editor;
  }

  LanguageServer server() {
    return server;
  }

  TextDocumentService texts() {
    return server.getTextDocumentService();
  }

  /** Waits for an answer. */
  static <T> T get(CompletableFuture<T> answer) {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("no answer", e);
    }
  }

  String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  TextDocumentIdentifier id(String file) {
    return new TextDocumentIdentifier(uri(file));
  }

  /** Opens a file; a caret {@code |} in the text is left out. */
  Caret open(String file, String text) {
    Caret caret = Caret.in(text);
    diagnostics.remove(uri(file));
    texts.put(file, caret.text());
    texts()
        .didOpen(
            new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "ocm", 1, caret.text())));
    return caret;
  }

  /** Replaces the text of an open file. */
  Caret type(String file, String text) {
    Caret caret = Caret.in(text);
    change(file, new TextDocumentContentChangeEvent(caret.text()));
    texts.put(file, caret.text());
    return caret;
  }

  void change(String file, TextDocumentContentChangeEvent change) {
    diagnostics.remove(uri(file));
    texts()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), 2), List.of(change)));
  }

  /** Writes a file as another program does, and tells the server if it asked for that. */
  void save(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    diagnostics.clear();
    server
        .getWorkspaceService()
        .didChangeWatchedFiles(
            new DidChangeWatchedFilesParams(
                List.of(new FileEvent(uri(file), FileChangeType.Changed))));
  }

  /** The next findings that are published for a file. */
  List<Diagnostic> diagnostics(String file) throws InterruptedException {
    List<Diagnostic> found = queue(uri(file)).poll(SECONDS, TimeUnit.SECONDS);
    assertThat(found).as("findings of %s; %s", file, log()).isNotNull();
    return found;
  }

  private LinkedBlockingQueue<List<Diagnostic>> queue(String uri) {
    return diagnostics.computeIfAbsent(uri, _ -> new LinkedBlockingQueue<>());
  }

  /** What the files are after an edit, by name. */
  String after(WorkspaceEdit edit, String file) {
    return applied(text(file), edit.getChanges().getOrDefault(uri(file), List.of()));
  }

  static String applied(String text, List<? extends TextEdit> edits) {
    StringBuilder after = new StringBuilder(text);
    edits.stream()
        .sorted((a, b) -> Integer.compare(start(text, b), start(text, a)))
        .forEach(
            edit ->
                after.replace(
                    start(text, edit), offset(text, edit.getRange().getEnd()), edit.getNewText()));
    return after.toString();
  }

  private static int start(String text, TextEdit edit) {
    return offset(text, edit.getRange().getStart());
  }

  static int offset(String text, Position position) {
    int offset = 0;
    for (int i = 0; i < position.getLine(); i++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset + position.getCharacter();
  }

  private String text(String file) {
    return texts.getOrDefault(file, "");
  }

  /** The text in a range of a file. */
  String text(String file, Range range) {
    String text = text(file);
    return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
  }

  /** Sets what the server is told when it asks for the configuration. */
  void configure(JsonObject settings) {
    configuration = settings;
  }

  String log() throws IllegalStateException {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Process process() {
    return process;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(log);
  }

  // What the server asks of its client.

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    queue(params.getUri()).add(params.getDiagnostics());
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(List.of(configuration));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registrations.addAll(params.getRegistrations());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    messages.add("refreshInlayHints");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new IllegalStateException("nothing is counted");
  }

  @Override
  public void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new IllegalStateException("nobody is asked");
  }

  @Override
  public void logMessage(MessageParams params) {
    messages.add(params.getMessage());
  }
}
