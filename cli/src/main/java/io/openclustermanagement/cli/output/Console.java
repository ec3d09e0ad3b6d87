package io.openclustermanagement.cli.output;

import io.openclustermanagement.cli.OutsideException;
import io.openclustermanagement.cli.Session;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The two streams: results go to {@code out}, diagnostics and progress to {@code err}.
 *
 * <p>A reader that closes its end early, as {@code head} does, has seen enough: what follows is
 * dropped without a word. Any other failure to write is reported.
 */
public final class Console {
  private final Stream out;
  private final Stream err;
  private final Style outStyle;
  private final Style errStyle;

  public Console(Session session) {
    this.out = new Stream(session.out());
    this.err = new Stream(session.err());
    this.outStyle = Style.of(session, session.outTerminal());
    this.errStyle = Style.of(session, session.errTerminal());
  }

  /** Writes a piece of the result. */
  public void out(String text) {
    out.write(text);
  }

  /** Writes a diagnostic or a message about the run. */
  public void err(String text) {
    err.write(text);
  }

  /** What can be shown on the stream of results. */
  public Style outStyle() {
    return outStyle;
  }

  /** What can be shown on the stream of diagnostics. */
  public Style errStyle() {
    return errStyle;
  }

  /** Sends everything on its way, results first. */
  public void flush() {
    out.flush();
    err.flush();
  }

  /** One stream, which becomes silent once nobody reads it. */
  private static final class Stream {
    private final Writer writer;
    private boolean closed;

    Stream(OutputStream target) {
      writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
    }

    void write(String text) {
      attempt(() -> writer.write(text));
    }

    void flush() {
      attempt(writer::flush);
    }

    private void attempt(Attempt attempt) {
      if (closed) {
        return;
      }
      try {
        attempt.run();
      } catch (IOException e) {
        closed = true;
        String reason = Objects.requireNonNullElse(e.getMessage(), "unknown reason");
        if (!reason.contains("Broken pipe") && !reason.contains("Pipe closed")) {
          throw new OutsideException("The output cannot be written: " + reason + ".");
        }
      }
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }
}
