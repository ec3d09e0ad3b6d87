package io.openclustermanagement.governance.opa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.governance.rego.RegoCompiler;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoModule;
import io.openclustermanagement.governance.rego.RegoProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong when Rego is evaluated is said, and takes no longer than it may. */
class RegoEnginesTest {
  private static final OpaOptions QUICK = OpaOptions.DEFAULT.within(Duration.ofSeconds(1), 1 << 16);
  private static final JsonObject INPUT =
      JsonObject.EMPTY.with("name", new JsonString("Zoë \"x\""));

  private static RegoProgram program(String... lines) {
    String text = "package ocm.test\nimport rego.v1\n" + String.join("\n", lines);
    return new RegoProgram(List.of(new RegoModule("policy", text)), "ocm/test/answer");
  }

  private static RegoCompiler compiler() {
    return new OpaCommand(OpaTool.path(), Duration.ofSeconds(60));
  }

  private static JsonValue inProcess(WasmEngine.Limits limits, String... lines)
      throws RegoException {
    return new WasmEngine(compiler(), limits).prepare(program(lines)).evaluate(INPUT);
  }

  private static JsonValue inProcess(String... lines) throws RegoException {
    return inProcess(WasmEngine.Limits.DEFAULT, lines);
  }

  @Test
  void aServerAndThisProcessGiveTheSameAnswer() throws Exception {
    String[] lines = {
      "answer := [sprintf(\"%v|%d|%s|%q|%5.2f|%x\", [{3, 1, 2}, 7, \"a\", \"b\", 1.5, 255]), sprintf(\"%v %v %v\", [{\"b\": [], \"a\": {}}, true, null]),",
      "  upper(input.name), count({1, 1}), {1, \"x\"}, 1.0, 1e3, regex.match(\"^Z\", input.name)]"
    };
    try (RunningOpa opa = RunningOpa.start(OpaTool.path());
        RegoEngine server = new OpaServer(opa.address(), OpaOptions.DEFAULT)) {
      JsonValue answer = server.prepare(program(lines)).evaluate(INPUT);
      assertThat(((JsonArray) answer).items().getFirst())
          .isEqualTo(new JsonString("{1, 2, 3}|7|a|\"b\"| 1.50|ff"));
      assertThat(String.valueOf(inProcess(lines).toTree()))
          .isEqualTo(String.valueOf(answer.toTree()));
    }
  }

  @Test
  void whatDoesNotCompileIsSaidWithItsLine() throws IOException {
    OpaTool.path();
    assertThatThrownBy(() -> inProcess("answer := 1 +"))
        .isInstanceOf(RegoException.class)
        .hasMessage(
            "OPA cannot compile the Rego: policy.rego:3: rego_parse_error: unexpected eof token.");
    try (RunningOpa opa = RunningOpa.start(OpaTool.path());
        RegoEngine server = new OpaServer(opa.address(), OpaOptions.DEFAULT)) {
      assertThatThrownBy(() -> server.prepare(program("answer := missing(1)")))
          .hasMessage("OPA cannot compile the policy: line 3: undefined function missing.");
      RegoModule old = new RegoModule("old", "package ocm.old\nviolation[x] { x := 1 }");
      assertThatThrownBy(() -> server.prepare(new RegoProgram(List.of(old), "ocm/old/violation")))
          .hasMessageContaining("line 2: ")
          .hasMessageEndingWith(
              " It is written for OPA 0: start the server with `--v0-compatible`.");
    }
  }

  @Test
  void closingLeavesNothingOnTheServer() throws Exception {
    try (RunningOpa opa = RunningOpa.start(OpaTool.path())) {
      RegoEngine server = new OpaServer(opa.address(), OpaOptions.DEFAULT);
      server.prepare(program("answer := 1"));
      OpaConnection connection = new OpaConnection(opa.address(), OpaOptions.DEFAULT);
      assertThat(policies(connection)).isNotEqualTo(JsonArray.EMPTY);
      server.close();
      assertThat(policies(connection)).isEqualTo(JsonArray.EMPTY);
      connection.close();
    }
  }

  private static JsonValue policies(OpaConnection connection) throws RegoException {
    JsonValue result =
        connection
            .send("GET", "v1/policies", java.net.http.HttpRequest.BodyPublishers.noBody())
            .json()
            .get("result");
    return result == null ? JsonArray.EMPTY : result;
  }

  @Test
  void withoutAResultThereIsNoAnswer() throws IOException {
    OpaTool.path();
    assertThatThrownBy(() -> inProcess("answer := 1 if input.name == \"other\""))
        .hasMessage("The evaluation of the Rego gave no result.");
    try (RunningOpa opa = RunningOpa.start(OpaTool.path());
        RegoEngine server = new OpaServer(opa.address(), OpaOptions.DEFAULT)) {
      assertThatThrownBy(() -> server.prepare(program("answer := 1 if input.x")).evaluate(INPUT))
          .hasMessage("The OPA server at %s gave no result.".formatted(opa.address()));
    }
  }

  @Test
  void endlessRegoEnds() throws IOException {
    OpaTool.path();
    String endless =
        "answer := count([1 | some a in numbers.range(1, 3000); some b in numbers.range(1, 3000); some c in numbers.range(1, 3000); a + b + c == -1])";
    WasmEngine.Limits second = new WasmEngine.Limits(Duration.ofSeconds(1), 8192);
    assertThatThrownBy(() -> inProcess(second, endless))
        .hasMessage("The evaluation of the Rego took longer than 1 s.");
    try (RunningOpa opa = RunningOpa.start(OpaTool.path());
        RegoEngine server = new OpaServer(opa.address(), QUICK)) {
      assertThatThrownBy(() -> server.prepare(program(endless)).evaluate(INPUT))
          .hasMessage("The OPA server at %s did not answer within 1 s.".formatted(opa.address()));
    }
  }

  @Test
  void memoryIsLimited() {
    OpaTool.path();
    WasmEngine.Limits small = new WasmEngine.Limits(Duration.ofSeconds(30), 64);
    assertThatThrownBy(
            () ->
                inProcess(
                    small,
                    "answer := concat(\"\", [input.name | some a in numbers.range(1, 1000000)])"))
        .isInstanceOf(RegoException.class)
        .hasMessageStartingWith("The Rego ");
  }

  @Test
  void functionsThatAreMissingAreNamed() {
    OpaTool.path();
    assertThatThrownBy(() -> inProcess("answer := time.now_ns()"))
        .isInstanceOf(RegoException.class)
        .hasMessageContaining("time.now_ns");
  }

  @Test
  void compiledProgramsAreKept(@TempDir Path folder) throws Exception {
    RegoProgram program = program("answer := input.name");
    byte[] compiled = compiler().compile(program);
    List<String> calls = new ArrayList<>();
    RegoCompiler counting =
        each -> {
          calls.add(each.digest());
          return compiled;
        };
    Path cache = folder.resolve("a/b");
    assertThat(new CompiledModules(cache, counting).compile(program)).isEqualTo(compiled);
    assertThat(new CompiledModules(cache, counting).compile(program)).isEqualTo(compiled);
    assertThat(calls).hasSize(1);
    try (Stream<Path> files = Files.list(cache)) {
      Files.writeString(files.findFirst().orElseThrow(), "garbage");
    }
    assertThat(new CompiledModules(cache, counting).compile(program)).isEqualTo(compiled);
    assertThat(calls).hasSize(2);
    Files.writeString(folder.resolve("file"), "");
    assertThat(new CompiledModules(folder.resolve("file"), counting).compile(program))
        .isEqualTo(compiled);
  }

  @Test
  void aCommandThatIsNotThereIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("opa");
    assertThatThrownBy(
            () -> new OpaCommand(missing, Duration.ofSeconds(1)).compile(program("answer := 1")))
        .isInstanceOf(RegoException.class)
        .hasMessage("`%s` cannot be run.".formatted(missing));
  }

  @Test
  void aCommandThatHangsOrFailsIsNoHarm(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> command(folder, "sleep 30"))
        .hasMessageEndingWith("did not compile the Rego within 1 s.");
    assertThatThrownBy(() -> command(folder, "echo broken; exit 3"))
        .hasMessage("OPA cannot compile the Rego: broken.");
    assertThatThrownBy(() -> command(folder, "exit 0")).isInstanceOf(RegoException.class);
    assertThatThrownBy(() -> command(folder, "echo x > bundle.tar.gz"))
        .isInstanceOf(RegoException.class);
    assertThatThrownBy(() -> command(folder, "echo x | gzip > bundle.tar.gz"))
        .hasMessage("OPA wrote a bundle without WebAssembly.");
  }

  private static byte[] command(Path folder, String script) throws IOException, RegoException {
    Path command = folder.resolve("opa");
    Files.writeString(command, "#!/bin/sh\n" + script + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return new OpaCommand(command, Duration.ofSeconds(1)).compile(program("answer := 1"));
  }

  @Test
  void whatIsNoWebAssemblyIsSaid() {
    WasmEngine engine =
        new WasmEngine(
            program -> "no module".getBytes(StandardCharsets.UTF_8), WasmEngine.Limits.DEFAULT);
    assertThatThrownBy(() -> engine.prepare(program("answer := 1")).evaluate(INPUT))
        .isInstanceOf(RegoException.class)
        .hasMessageStartingWith("The Rego ");
  }

  /** A server that is none of OPA: what it answers, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200|<html>hello</html>|What answers at %s is no OPA server: it does not speak JSON.
          200|[]|What answers at %s is no OPA server: it does not speak JSON.
          404|not found|The OPA server at %s answered with status 404.
          500|{"message": "oh no"}|The OPA server at %s answered with status 500: oh no.
          302||The OPA server at %s answered with status 302.
          401||The OPA server at %s refuses access (status 401).
          """)
  void otherServersAreRecognized(int status, String body, String message) throws IOException {
    HttpServer other = server(status, body == null ? "" : body, new ArrayList<>());
    try (RegoEngine engine = new OpaServer(address(other), QUICK)) {
      assertThatThrownBy(() -> engine.prepare(program("answer := 1")))
          .hasMessage(message.formatted(address(other)));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void answersAreLimited() throws IOException {
    HttpServer other =
        server(200, "{\"result\": \"" + "x".repeat(1 << 17) + "\"}", new ArrayList<>());
    try (RegoEngine engine = new OpaServer(address(other), QUICK)) {
      assertThatThrownBy(() -> engine.prepare(program("answer := 1")))
          .hasMessage(
              "The OPA server at %s answered with more than 65536 bytes."
                  .formatted(address(other)));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void theTokenGoesToTheServerAndNowhereElse() throws Exception {
    List<String> tokens = new ArrayList<>();
    HttpServer other = server(200, "{\"result\": 1}", tokens);
    OpaOptions options = QUICK.withToken("s3cret");
    try (RegoEngine engine = new OpaServer(address(other), options)) {
      engine.prepare(program("answer := 1")).evaluate(INPUT);
    } finally {
      other.stop(0);
    }
    assertThat(tokens).isNotEmpty().allMatch("Bearer s3cret"::equals);
    assertThat(options.toString()).doesNotContain("s3cret");
  }

  @Test
  void aServerThatHangsOrIsDownIsAskedOnce() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      RegoEngine engine = new OpaServer(address, QUICK);
      String message = "The OPA server at %s did not answer within 1 s.".formatted(address);
      for (int i = 0; i < 1000; i++) {
        assertThatThrownBy(() -> engine.prepare(program("answer := 1"))).hasMessage(message);
      }
      engine.close();
    }
    try (RegoEngine down = new OpaServer(URI.create("http://127.0.0.1:9"), QUICK)) {
      assertThatThrownBy(() -> down.prepare(program("answer := 1")))
          .hasMessage("The OPA server at http://127.0.0.1:9 cannot be reached.");
    }
  }

  private static HttpServer server(int status, String body, List<String> tokens)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
