package io.openclustermanagement.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once after a build, so that the ahead-of-time cache of the virtual machine
 * knows the classes that the everyday commands need.
 */
public final class TrainingRun {
  private TrainingRun() {}

  /**
   * Runs the everyday commands and drops what they say.
   *
   * @param arguments the directory of the examples
   */
  public static void main(String[] arguments) {
    String placements = arguments[0] + "/placements";
    String fleet = arguments[0] + "/fleet";
    run("--help");
    run("check", placements);
    run("check", arguments[0] + "/yaml");
    run("fmt", "--check", placements);
    run("build", placements);
    run("simulate", placements, "--fleet", fleet);
    run("simulate", placements, "--fleet", fleet, "-o", "json");
    run(
        "explain",
        "placement",
        "acme-policies/prod-eu",
        "prod-us-east-1-1",
        placements,
        "--fleet",
        fleet);
    run("test", arguments[0] + "/tests");
  }

  private static void run(String... arguments) {
    Ocm.run(
        new Session(
            List.of(arguments),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of("LANG", "C.UTF-8"),
            Path.of(""),
            true,
            true,
            InstantSource.system()));
  }
}
