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
   * @param arguments {@code check} for the commands that look at sources only, or {@code ocm} for
   *     all; then the directory of the examples
   */
  public static void main(String[] arguments) {
    checkSources(arguments[1]);
    if (arguments[0].equals("ocm")) {
      decide(arguments[1]);
    }
  }

  private static void checkSources(String examples) {
    run("check", examples + "/placements");
    run("check", examples + "/broken");
    run("check", examples + "/yaml");
    run("fmt", "--check", examples + "/placements");
  }

  private static void decide(String examples) {
    String placements = examples + "/placements";
    String fleet = examples + "/fleet";
    run("--help");
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
    run("test", examples + "/tests");
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
