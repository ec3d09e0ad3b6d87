package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads files as UTF-8 text, up to a limit. */
public final class FileReader {
  /** Twenty thousand clusters, as {@code kubectl get -o yaml} writes them, fit in. */
  private static final int MAX_BYTES = 64 << 20;

  private final Session session;
  private final List<Diagnostic> diagnostics;

  /**
   * @param session where standard input comes from
   * @param diagnostics gets what is wrong with the content of a file
   */
  public FileReader(Session session, List<Diagnostic> diagnostics) {
    this.session = session;
    this.diagnostics = diagnostics;
  }

  /**
   * The text of a file; empty after a diagnostic.
   *
   * @throws io.openclustermanagement.cli.OutsideException if the file cannot be read at all
   */
  public Optional<SourceFile> read(InputFile file) {
    try {
      byte[] bytes = bytes(file);
      return bytes.length > MAX_BYTES ? tooLarge(file) : decode(file.name(), bytes);
    } catch (IOException e) {
      throw FileFailures.cannotRead(file.name(), e);
    }
  }

  private byte[] bytes(InputFile file) throws IOException {
    try (InputStream in = file.path().isPresent() ? open(file.path().get()) : session.in()) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static InputStream open(Path path) throws IOException {
    return Files.newInputStream(path);
  }

  private Optional<SourceFile> tooLarge(InputFile file) {
    SourceFile empty = new SourceFile(file.name(), "");
    String summary = "`%s` is larger than %d MiB.".formatted(file.name(), MAX_BYTES >> 20);
    diagnostics.add(
        Diagnostic.error(Code.FILE_TOO_LARGE, empty.span(0, 0), summary)
            .help("split it into several files and name their directory instead.")
            .build());
    return Optional.empty();
  }

  private Optional<SourceFile> decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      notUtf8(name, text, in.position());
      return Optional.empty();
    }
    return Optional.of(new SourceFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
  }

  private void notUtf8(String name, String before, int offset) {
    SourceFile readable = new SourceFile(name, before + "\uFFFD");
    diagnostics.add(
        Diagnostic.error(
                Code.NOT_UTF8,
                readable.span(before.length(), before.length() + 1),
                "`%s` is not UTF-8 text.".formatted(name))
            .label("byte %d cannot be read".formatted(offset))
            .help("save it with the encoding UTF-8.")
            .build());
  }
}
