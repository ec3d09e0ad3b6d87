package io.openclustermanagement.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Where the Java virtual machine enters. */
public final class Main {
  private Main() {}

  /** Runs the command; the launcher says in system properties which streams are terminals. */
  public static void main(String[] arguments) {
    Session session =
        new Session(
            List.of(arguments),
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv(),
            Path.of(""),
            Boolean.getBoolean("ocm.out.terminal"),
            Boolean.getBoolean("ocm.err.terminal"),
            InstantSource.system());
    // Not exit(): nothing waits to be shut down, and halting is quicker.
    Runtime.getRuntime().halt(Ocm.run(session).number());
  }
}
