package io.openclustermanagement.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The {@code opa} command of this machine: {@code OCM_OPA}, or the one on the {@code PATH}. A test
 * that needs it is skipped where there is none, unless {@code OCM_OPA_REQUIRED} is set.
 */
final class OpaTool {

  private OpaTool() {}

  /** Where the command is; the test ends here if there is none. */
  static Path path() {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      String reason = "there is no `opa` on the PATH, nor does OCM_OPA name one";
      if (System.getenv("OCM_OPA_REQUIRED") != null) {
        fail(reason);
      }
      System.out.println("SKIPPED, because " + reason + ".");
      Assumptions.abort(reason);
    }
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    String named = System.getenv("OCM_OPA");
    Stream<Path> places =
        named != null
            ? Stream.of(Path.of(named))
            : Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "opa"));
    return places.filter(Files::isExecutable).findFirst();
  }
}
