package io.openclustermanagement.governance.opa;

import io.openclustermanagement.governance.rego.RegoCompiler;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoModule;
import io.openclustermanagement.governance.rego.RegoProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles Rego with the {@code opa} command of a machine. */
public final class OpaCommand implements RegoCompiler {
  private static final int MAX_ERRORS = 3;

  /** What the command says of one place. */
  private static final Pattern PLACE = Pattern.compile("[\\w-]+\\.rego:\\d+: [^\n]*");

  private final Path command;
  private final Duration timeout;

  /**
   * A command.
   *
   * @param command where it is
   * @param timeout how long one compilation may take
   */
  public OpaCommand(Path command, Duration timeout) {
    this.command = command;
    this.timeout = timeout;
  }

  @Override
  public byte[] compile(RegoProgram program) throws RegoException {
    try {
      Path folder = Files.createTempDirectory("ocm-rego");
      try {
        return compile(program, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new RegoException("`%s` cannot be run.".formatted(command), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegoException("The compilation was interrupted.", e);
    }
  }

  private byte[] compile(RegoProgram program, Path folder)
      throws IOException, InterruptedException, RegoException {
    List<String> words =
        new ArrayList<>(
            List.of(
                command.toString(),
                "build",
                "--target=wasm",
                "--v0-compatible",
                "--entrypoint=" + program.entryPoint(),
                "--output=bundle.tar.gz"));
    for (RegoModule module : program.modules()) {
      Files.writeString(folder.resolve(module.name() + ".rego"), module.text());
      words.add(module.name() + ".rego");
    }
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(errors.toFile())
            .start();
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      throw new RegoException(
          "`%s` did not compile the Rego within %d s.".formatted(command, timeout.toSeconds()));
    }
    if (process.exitValue() != 0) {
      throw new RegoException("OPA cannot compile the Rego: %s.".formatted(reasons(errors)));
    }
    return BundleFile.policy(folder.resolve("bundle.tar.gz"));
  }

  /** The lines of the command's output that name a place. */
  private static String reasons(Path output) throws IOException {
    String text = new String(head(output), StandardCharsets.UTF_8);
    String places =
        PLACE
            .matcher(text)
            .results()
            .limit(MAX_ERRORS)
            .map(place -> place.group().strip())
            .collect(Collectors.joining("; "));
    return places.isEmpty() ? text.lines().findFirst().orElse("no reason is given") : places;
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(1 << 16);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
