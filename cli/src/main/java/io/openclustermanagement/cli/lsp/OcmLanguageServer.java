package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.Version;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The life of the server: what it can do, and when it ends. */
final class OcmLanguageServer implements LanguageServer {

  /** What the client has asked for so far. */
  private enum Stage {
    CREATED,
    INITIALIZED,
    SHUT_DOWN
  }

  private final EditorSession editor;
  private final TextRequests texts;
  private final WorkspaceRequests workspace;
  private final CountDownLatch exited = new CountDownLatch(1);
  private volatile Stage stage = Stage.CREATED;

  OcmLanguageServer(Session session, PrintStream log) {
    this.editor = new EditorSession(session, log, this::requireInitialized);
    this.texts = new TextRequests(editor);
    this.workspace = new WorkspaceRequests(editor);
  }

  void connect(LanguageClient client) {
    editor.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (stage != Stage.CREATED) {
      return refuse(ResponseErrorCode.InvalidRequest, "The server is initialized already.");
    }
    stage = Stage.INITIALIZED;
    return editor
        .requests()
        .answer(
            "initialize",
            () -> {
              folders(params).forEach(editor.documents()::addFolder);
              editor.settings().initialize(params);
              return new InitializeResult(capabilities(), new ServerInfo("ocm", Version.TEXT));
            });
  }

  @SuppressWarnings("deprecation") // Older clients know only one root.
  private static List<String> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).toList();
    }
    return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
  }

  private static ServerCapabilities capabilities() {
    ServerCapabilities can = new ServerCapabilities();
    can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
    can.setCompletionProvider(new CompletionOptions(false, List.of(".", "\"", "[", " ")));
    can.setHoverProvider(true);
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setDocumentHighlightProvider(true);
    can.setRenameProvider(new RenameOptions(true));
    can.setDocumentSymbolProvider(true);
    can.setWorkspaceSymbolProvider(true);
    can.setFoldingRangeProvider(true);
    can.setDocumentFormattingProvider(true);
    can.setCodeActionProvider(
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL)));
    can.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(SemanticTokenTypes.LEGEND, true));
    can.setInlayHintProvider(true);
    can.setCodeLensProvider(new CodeLensOptions(false));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    can.setWorkspace(new WorkspaceServerCapabilities(folders));
    return can;
  }

  @Override
  public void initialized(InitializedParams params) {
    editor.requests().run("initialized", editor.settings()::watch);
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    if (stage == Stage.CREATED) {
      return refuse(ResponseErrorCode.ServerNotInitialized, "The server is not initialized.");
    }
    stage = Stage.SHUT_DOWN;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exited.countDown();
  }

  /** Waits for {@code exit}; whether {@code shutdown} came before. */
  boolean awaitExit() {
    try {
      exited.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return stage == Stage.SHUT_DOWN;
  }

  private void requireInitialized() {
    switch (stage) {
      case CREATED ->
          throw error(ResponseErrorCode.ServerNotInitialized, "The server is not initialized.");
      case SHUT_DOWN -> throw error(ResponseErrorCode.InvalidRequest, "The server was shut down.");
      case INITIALIZED -> {}
    }
  }

  private static <T> CompletableFuture<T> refuse(ResponseErrorCode code, String reason) {
    return CompletableFuture.failedFuture(error(code, reason));
  }

  private static ResponseErrorException error(ResponseErrorCode code, String reason) {
    return new ResponseErrorException(new ResponseError(code, reason, null));
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }
}
