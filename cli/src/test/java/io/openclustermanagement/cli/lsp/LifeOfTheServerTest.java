package io.openclustermanagement.cli.lsp;

import static io.openclustermanagement.cli.lsp.Editor.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the server begins and ends, and that nothing that it reads ends it early. */
final class LifeOfTheServerTest {
  @TempDir Path folder;

  @Test
  void shutdownThenExitEndsWithZero() throws Exception {
    try (Editor editor = Editor.on(folder)) {
      get(editor.server().shutdown());
      assertThatThrownBy(
              () -> get(editor.texts().documentSymbol(new DocumentSymbolParams(editor.id("a")))))
          .hasMessageContaining("The server was shut down.");
      editor.server().exit();
      assertThat(editor.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(editor.process().exitValue()).isZero();
      assertThat(editor.log()).isEmpty();
    }
  }

  @Test
  void exitWithoutShutdownEndsWithOne() throws Exception {
    try (Editor editor = Editor.on(folder)) {
      editor.server().exit();
      assertThat(editor.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(editor.process().exitValue()).isEqualTo(1);
    }
  }

  @Test
  void aClientThatGoesAwayEndsTheServer() throws Exception {
    try (Editor editor = Editor.on(folder)) {
      editor.process().getOutputStream().close();
      assertThat(editor.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(editor.process().exitValue()).isEqualTo(1);
    }
  }

  @Test
  void anythingBeforeInitializeIsRefused() throws Exception {
    Process process = new ProcessBuilder(Editor.command()).directory(folder.toFile()).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(
          message(
              """
              {"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a"},"position":{"line":0,"character":0}}}"""));
      in.flush();
      assertThat(answer(process)).contains("-32002");
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] message(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        "Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(head);
    message.writeBytes(body);
    return message.toByteArray();
  }

  /** The next message that the server sends. */
  private static String answer(Process process) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = process.getInputStream().read();
      assertThat(read).as(head.toString()).isNotNegative();
      head.append((char) read);
    }
    int length =
        Integer.parseInt(head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    return new String(process.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  @Test
  void garbageIsAnsweredOrPassedOver() throws Exception {
    try (Editor editor = Editor.on(folder)) {
      OutputStream in = editor.process().getOutputStream();
      for (String garbage :
          List.of(
              "{",
              "[]",
              "null",
              "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"textDocument/hover\",\"params\":{\"position\":\"x\"}}",
              "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"no/such\"}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{}}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\":\",\"version\":1},\"contentChanges\":[{\"text\":\"\"}]}}",
              "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"%%%\"},\"position\":{\"line\":-4,\"character\":99999}}}")) {
        in.write(message(garbage));
      }
      in.write("Content-Type: nothing\r\nX: y\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      in.flush();
      Caret caret = editor.open("a.ocm", "placement p {\n  |\n}\n");
      var params = new CompletionParams(editor.id("a.ocm"), caret.position());
      assertThat(get(editor.texts().completion(params)).getRight().getItems()).isNotEmpty();
    }
  }

  @Test
  void everyRequestSurvivesEveryText() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String text =
        "module m\nplacement p {\n  from s\n  where label.env == \"${x}\"\n}\n"
            + "policy q {\n  require Pod \"x\" { spec.containers: [{ name: \"y\" }] }\n}\n";
    try (Editor editor = Editor.on(folder)) {
      editor.open("a.ocm", text);
      for (int i = 0; i < 60; i++) {
        StringBuilder broken = new StringBuilder(text);
        for (int j = random.nextInt(5); j >= 0; j--) {
          int from = random.nextInt(broken.length());
          broken.delete(from, Math.min(broken.length(), from + random.nextInt(10)));
          broken.insert(
              random.nextInt(broken.length() + 1), "{}[]\".\ud83d\n/".charAt(random.nextInt(9)));
        }
        editor.type("a.ocm", broken.toString().replace("|", ""));
        Position at = new Position(random.nextInt(8), random.nextInt(40));
        get(editor.texts().completion(new CompletionParams(editor.id("a.ocm"), at)));
        get(editor.texts().hover(new HoverParams(editor.id("a.ocm"), at)));
        get(editor.texts().documentSymbol(new DocumentSymbolParams(editor.id("a.ocm"))));
        get(editor.texts().semanticTokensFull(new SemanticTokensParams(editor.id("a.ocm"))));
      }
      assertThat(editor.log()).as("seed %d", seed).isEmpty();
    }
  }
}
