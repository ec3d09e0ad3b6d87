package io.openclustermanagement.governance.opa;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.rego.RegoException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Requests to one OPA server, with limits on time and size. */
final class OpaConnection implements AutoCloseable {

  private final String base;
  private final String name;
  private final OpaOptions options;
  private final HttpClient client;

  /** Why the server could not be reached; it is not asked again, so that nobody waits twice. */
  private volatile @Nullable String outage;

  /** What the server said; an answer that is no object is an empty one. */
  record Answer(int status, JsonObject json, boolean isJson) {}

  OpaConnection(URI address, OpaOptions options) {
    String text = address.toString();
    this.base = text.endsWith("/") ? text : text + "/";
    this.name = address.getScheme() + "://" + address.getHost() + port(address);
    this.options = options;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(options.timeout())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER);
    options.tls().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  private static String port(URI address) {
    return address.getPort() < 0 ? "" : ":" + address.getPort();
  }

  /** The address as messages show it: without what could be a secret. */
  String name() {
    return name;
  }

  Answer send(String method, String path, BodyPublisher body) throws RegoException {
    String known = outage;
    if (known != null) {
      throw new RegoException(known);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(options.timeout())
            .method(method, body);
    options.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    HttpResponse<byte[]> response = exchange(request.build());
    return Json.read(new String(response.body(), StandardCharsets.UTF_8))
        .filter(JsonObject.class::isInstance)
        .map(json -> new Answer(response.statusCode(), (JsonObject) json, true))
        .orElseGet(() -> new Answer(response.statusCode(), JsonObject.EMPTY, false));
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws RegoException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), options.maxAnswer()));
    try {
      return answer.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unreachable("did not answer within %d s".formatted(options.timeout().toSeconds()), e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() instanceof IOException cause ? cause : new IOException(e));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new RegoException("The evaluation was interrupted.", e);
    }
  }

  private RegoException failure(IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return unreachable(
          "did not answer within %d s".formatted(options.timeout().toSeconds()), cause);
    }
    if (cause instanceof SSLException) {
      return unreachable("is not trusted (%s)".formatted(message), cause);
    }
    if (cause instanceof ConnectException) {
      return unreachable("cannot be reached", cause);
    }
    return message.contains("capacity")
        ? new RegoException(
            "The OPA server at %s answered with more than %d bytes."
                .formatted(name, options.maxAnswer()),
            cause)
        : new RegoException("The OPA server at %s broke off its answer.".formatted(name), cause);
  }

  private RegoException unreachable(String what, Exception cause) {
    String message = "The OPA server at %s %s.".formatted(name, what);
    outage = message;
    return new RegoException(message, cause);
  }

  /**
   * Checks that an answer is one of OPA that says yes.
   *
   * @throws RegoException if it is not
   */
  void expectSuccess(Answer answer) throws RegoException {
    if (answer.status() == 401 || answer.status() == 403) {
      throw new RegoException(
          "The OPA server at %s refuses access (status %d).".formatted(name, answer.status()));
    }
    if (answer.status() != 200) {
      throw new RegoException(
          "The OPA server at %s answered with status %d%s."
              .formatted(
                  name,
                  answer.status(),
                  answer.json().text("message").map(text -> ": " + text).orElse("")));
    }
    if (!answer.isJson()) {
      throw new RegoException(
          "What answers at %s is no OPA server: it does not speak JSON.".formatted(name));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
