package io.openclustermanagement.cli.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What concerns the workspace as a whole. */
final class WorkspaceRequests implements WorkspaceService {
  private final EditorSession editor;

  WorkspaceRequests(EditorSession editor) {
    this.editor = editor;
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return editor.answer(
        "workspace/symbol",
        () -> Either.forRight(Outline.search(editor.documents().all(), params.getQuery())));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    editor
        .requests()
        .run("didChangeConfiguration", () -> editor.settings().changed(params.getSettings()));
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    editor
        .requests()
        .run(
            "didChangeWatchedFiles",
            () -> {
              editor.documents().changedOnDisk();
              editor.projects().changedOnDisk();
              editor.settings().changedOnDisk();
              editor.publisher().soon();
              var _ = editor.client().refreshInlayHints();
            });
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    editor
        .requests()
        .run(
            "didChangeWorkspaceFolders",
            () -> {
              var change = params.getEvent();
              change.getRemoved().forEach(each -> editor.documents().removeFolder(each.getUri()));
              change.getAdded().forEach(each -> editor.documents().addFolder(each.getUri()));
              editor.publisher().soon();
            });
  }
}
