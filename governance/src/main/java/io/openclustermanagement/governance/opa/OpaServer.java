package io.openclustermanagement.governance.opa;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.governance.JsonItems;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoModule;
import io.openclustermanagement.governance.rego.RegoProgram;
import io.openclustermanagement.governance.rego.RegoQuery;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An OPA server, reached over its REST API. The modules of a program are put on it under names of
 * this process alone, and deleted when the engine is closed.
 */
public final class OpaServer implements RegoEngine {
  private static final int MAX_ERRORS = 3;

  private final OpaConnection connection;
  private final String owner = "ocm-" + UUID.randomUUID();
  private final Map<String, Prepared> prepared = new HashMap<>();
  private final List<String> policies = new ArrayList<>();

  /** What became of a program: a path to ask, or why it cannot be asked. */
  private sealed interface Prepared {
    record Ready(RegoQuery query) implements Prepared {}

    record Refused(String reason) implements Prepared {}
  }

  /** A server at an address. */
  public OpaServer(URI address, OpaOptions options) {
    this.connection = new OpaConnection(address, options);
  }

  @Override
  public synchronized RegoQuery prepare(RegoProgram program) throws RegoException {
    Prepared known = prepared.get(program.digest());
    if (known == null) {
      known = put(program);
      prepared.put(program.digest(), known);
    }
    return switch (known) {
      case Prepared.Ready(RegoQuery query) -> query;
      case Prepared.Refused(String reason) -> throw new RegoException(reason);
    };
  }

  private Prepared put(RegoProgram program) throws RegoException {
    for (RegoModule module : program.modules()) {
      String id = "%s/%s/%s".formatted(owner, program.digest(), module.name());
      OpaConnection.Answer answer =
          connection.send("PUT", "v1/policies/" + id, BodyPublishers.ofString(module.text()));
      if (answer.status() == 400) {
        return new Prepared.Refused(refusal(module, answer.json()));
      }
      connection.expectSuccess(answer);
      policies.add(id);
    }
    return new Prepared.Ready(input -> ask(program.entryPoint(), input));
  }

  private static String refusal(RegoModule module, JsonObject answer) {
    List<JsonObject> errors = JsonItems.objects(answer, "errors");
    String texts =
        errors.stream().limit(MAX_ERRORS).map(OpaServer::error).collect(Collectors.joining("; "));
    String hint =
        texts.contains("keyword is required")
            ? " It is written for OPA 0: start the server with `--v0-compatible`."
            : "";
    return "OPA cannot compile the %s: %s.%s"
        .formatted(
            module.name(),
            texts.isEmpty() ? answer.text("message").orElse("no reason") : texts,
            hint);
  }

  private static String error(JsonObject error) {
    JsonValue row = error.object("location").get("row");
    return "line %s: %s"
        .formatted(
            row == null ? "?" : String.valueOf(row.toTree()),
            error.text("message").orElse("").strip());
  }

  private JsonValue ask(String entryPoint, JsonObject input) throws RegoException {
    String body = JsonWriter.line(JsonObject.EMPTY.with("input", input).toTree());
    OpaConnection.Answer answer =
        connection.send("POST", "v1/data/" + entryPoint, BodyPublishers.ofString(body));
    connection.expectSuccess(answer);
    JsonValue result = answer.json().get("result");
    if (result == null) {
      throw new RegoException("The OPA server at %s gave no result.".formatted(connection.name()));
    }
    return result;
  }

  /** Removes what was put on the server, as far as it can be reached. */
  @Override
  public synchronized void close() {
    for (String id : policies) {
      try {
        connection.send("DELETE", "v1/policies/" + id, BodyPublishers.noBody());
      } catch (RegoException e) {
        break; // a server that is gone has nothing left of it
      }
    }
    policies.clear();
    prepared.clear();
    connection.close();
  }
}
