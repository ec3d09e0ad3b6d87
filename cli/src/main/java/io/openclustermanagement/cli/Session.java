package io.openclustermanagement.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * All that one run of the command sees of the world, so that a test can be the world.
 *
 * @param arguments the words behind {@code ocm}
 * @param in what is read for the source {@code -}
 * @param out where results go
 * @param err where diagnostics and progress go
 * @param environment the environment variables
 * @param directory the working directory, against which paths are resolved
 * @param outTerminal whether a person looks at {@code out}
 * @param errTerminal whether a person looks at {@code err}
 * @param clock the time when {@code --now} does not say it
 */
public record Session(
    List<String> arguments,
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    Path directory,
    boolean outTerminal,
    boolean errTerminal,
    InstantSource clock) {

  public Session {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** A variable of the environment, or the empty string. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
