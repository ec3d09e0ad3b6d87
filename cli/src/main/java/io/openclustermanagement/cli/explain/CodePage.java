package io.openclustermanagement.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page of a diagnostic, from {@code docs/diagnostics}, as a terminal shows it. */
public final class CodePage {
  private CodePage() {}

  /** The text of a page; empty if there is no such code. */
  public static Optional<String> text(String code) {
    try (InputStream in = CodePage.class.getResourceAsStream(code + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(plain(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the marks of Markdown: blocks are indented, headings stand alone. */
  static String plain(String markdown) {
    StringBuilder text = new StringBuilder();
    boolean inBlock = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        inBlock = !inBlock;
      } else if (inBlock) {
        text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
      } else {
        text.append(line.replaceFirst("^#+ ", "")).append('\n');
      }
    }
    return text.toString();
  }
}
