package io.openclustermanagement.cli.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** Leads what is asked about one text to the class of the feature. */
final class TextRequests implements TextDocumentService {
  private final EditorSession editor;
  private final InlayHints inlayHints;

  TextRequests(EditorSession editor) {
    this.editor = editor;
    this.inlayHints = new InlayHints(editor.settings());
  }

  // The texts themselves.

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    changed("didOpen", () -> editor.documents().open(document.getUri(), document.getText()));
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    changed(
        "didChange",
        () ->
            editor
                .documents()
                .change(params.getTextDocument().getUri(), params.getContentChanges()));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    changed("didClose", () -> editor.documents().close(params.getTextDocument().getUri()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    changed("didSave", editor.documents()::changedOnDisk);
  }

  private void changed(String method, Runnable change) {
    editor
        .requests()
        .run(
            method,
            () -> {
              change.run();
              editor.publisher().soon();
            });
  }

  // Questions.

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return at(
        "completion",
        params,
        at -> Either.forRight(new CompletionList(false, new Completions(editor, at).items())),
        Either.forLeft(List.of()));
  }

  @Override
  @SuppressWarnings("NullAway") // The protocol answers null where there is nothing to show.
  public CompletableFuture<Hover> hover(HoverParams params) {
    return at("hover", params, at -> Hovers.at(at).orElse(null), null);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return at(
        "definition",
        params,
        at -> Either.forLeft(References.definitions(at)),
        Either.forLeft(List.of()));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean withDeclaration = params.getContext().isIncludeDeclaration();
    return at("references", params, at -> References.of(at, withDeclaration), List.of());
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return at("documentHighlight", params, References::highlights, List.of());
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return required("prepareRename", params, at -> Either3.forSecond(Renames.prepare(at)));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return required("rename", params, at -> Renames.rename(at, params.getNewName()));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return in(
        "documentSymbol",
        params.getTextDocument(),
        (document, project) ->
            Outline.of(document).stream()
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList(),
        List.of());
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return in(
        "foldingRange",
        params.getTextDocument(),
        (document, project) -> Folding.of(document.file()),
        List.of());
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return in(
        "formatting",
        params.getTextDocument(),
        (document, project) -> Formatting.of(document.file()),
        List.of());
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return in(
        "codeAction",
        params.getTextDocument(),
        (document, project) ->
            CodeActions.of(project, document, params).stream()
                .map(Either::<Command, CodeAction>forRight)
                .toList(),
        List.of());
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return in(
        "semanticTokens",
        params.getTextDocument(),
        (document, project) -> new SemanticTokenList(document, project.names()).tokens(),
        new SemanticTokens(List.of()));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return in(
        "inlayHint",
        params.getTextDocument(),
        (document, project) -> inlayHints.of(project, document, params.getRange()),
        List.of());
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return in(
        "codeLens",
        params.getTextDocument(),
        (document, project) -> CodeLenses.of(project, document),
        List.of());
  }

  private <T> CompletableFuture<T> in(
      String method,
      TextDocumentIdentifier text,
      BiFunction<Document, Project, T> answer,
      T otherwise) {
    return editor.answer(
        method,
        () ->
            editor
                .document(text.getUri())
                .map(document -> answer.apply(document, editor.projects().of(document)))
                .orElse(otherwise));
  }

  private <T extends @Nullable Object> CompletableFuture<T> at(
      String method, TextDocumentPositionParams params, Function<Place, T> answer, T otherwise) {
    return editor.answer(
        method,
        () -> {
          Place at = place(params);
          return at == null ? otherwise : answer.apply(at);
        });
  }

  private <T> CompletableFuture<T> required(
      String method, TextDocumentPositionParams params, Function<Place, T> answer) {
    return editor.answer(
        method,
        () -> {
          Place at = place(params);
          if (at == null) {
            throw Requests.refused("This file is not open.");
          }
          return answer.apply(at);
        });
  }

  private @Nullable Place place(TextDocumentPositionParams params) {
    Document document = editor.document(params.getTextDocument().getUri()).orElse(null);
    return document == null
        ? null
        : new Place(
            editor.projects().of(document),
            document,
            Positions.offset(document.file(), params.getPosition()));
  }
}
