package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.governance.opa.CompiledModules;
import io.openclustermanagement.governance.opa.OpaCommand;
import io.openclustermanagement.governance.opa.OpaOptions;
import io.openclustermanagement.governance.opa.OpaServer;
import io.openclustermanagement.governance.opa.Tls;
import io.openclustermanagement.governance.opa.WasmEngine;
import io.openclustermanagement.governance.rego.RegoCompiler;
import io.openclustermanagement.governance.rego.RegoEngine;
import io.openclustermanagement.governance.rego.RegoException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What evaluates the Rego of policies. */
final class RegoOptions {
  private static final Duration COMPILATION = Duration.ofMinutes(1);

  static final Option OPA =
      Option.value("--opa", "URL|PATH", "an OPA server, or the opa command; else that on the PATH");
  static final Option OPA_CA =
      Option.value("--opa-ca", "PATH", "the certificates of authorities that vouch for the server");

  private RegoOptions() {}

  /** The engine that is asked for; whether it works turns out when Rego is evaluated. */
  static RegoEngine engine(Run run) {
    Optional<String> named = run.arguments().value("--opa");
    if (named.filter(RegoOptions::isAddress).isPresent()) {
      return new OpaServer(address(named.get()), options(run));
    }
    Optional<Path> command =
        named.map(path -> run.session().directory().resolve(path)).or(() -> onPath(run));
    return command
        .<RegoEngine>map(path -> inProcess(run, path))
        .orElse(
            program -> {
              throw new RegoException(
                  "There is no `opa` on the PATH to evaluate Rego with; name one with `--opa`.");
            });
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text);
      if (address.getHost() != null && address.getQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The same message as for an address without a host.
    }
    throw new UsageException("`--opa` is no address such as http://localhost:8181.");
  }

  private static OpaOptions options(Run run) {
    String token = run.session().variable("OCM_OPA_TOKEN");
    OpaOptions options = token.isEmpty() ? OpaOptions.DEFAULT : OpaOptions.DEFAULT.withToken(token);
    return run.arguments()
        .value("--opa-ca")
        .map(path -> options.withTls(tls(run.session().directory().resolve(path))))
        .orElse(options);
  }

  private static SSLContext tls(Path authorities) {
    try {
      return Tls.trusting(authorities);
    } catch (IOException | GeneralSecurityException e) {
      throw new OutsideException(
          "The certificates in `%s` cannot be read.".formatted(authorities.getFileName()));
    }
  }

  private static Optional<Path> onPath(Run run) {
    return Arrays.stream(run.session().variable("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "opa"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static RegoEngine inProcess(Run run, Path command) {
    OpaCommand compiler = new OpaCommand(command, COMPILATION);
    return new WasmEngine(
        cacheFolder(run)
            .<RegoCompiler>map(folder -> new CompiledModules(folder, compiler))
            .orElse(compiler),
        WasmEngine.Limits.DEFAULT);
  }

  /** Where the XDG specification wants what can be made again. */
  private static Optional<Path> cacheFolder(Run run) {
    String cache = run.session().variable("XDG_CACHE_HOME");
    String home = run.session().variable("HOME");
    if (!cache.isEmpty()) {
      return Optional.of(Path.of(cache, "ocm", "rego"));
    }
    return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".cache", "ocm", "rego"));
  }
}
