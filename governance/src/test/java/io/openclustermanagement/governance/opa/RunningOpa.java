package io.openclustermanagement.governance.opa;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real {@code opa run --server} on a free port of this machine. */
public final class RunningOpa implements AutoCloseable {
  private final Process process;
  private final int port;

  private RunningOpa(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one, with further words for its command line, and waits until it listens. */
  public static RunningOpa start(Path opa, String... words) throws IOException {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                opa.toString(),
                "run",
                "--server",
                "--disable-telemetry",
                "--addr=127.0.0.1:" + port,
                "--log-level=error"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (process.isAlive()) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return new RunningOpa(process, port);
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("opa did not start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
