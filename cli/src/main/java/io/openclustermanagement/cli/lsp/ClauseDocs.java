package io.openclustermanagement.cli.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** A sentence for every declaration, clause and operator, by the word that begins it. */
final class ClauseDocs {
  private static final Properties TEXTS = read();

  private ClauseDocs() {}

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream in = ClauseDocs.class.getResourceAsStream("clauses.properties")) {
      if (in == null) {
        throw new IllegalStateException("clauses.properties is missing");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * What a word says.
   *
   * @param owner the word of the block that it stands in, or empty for a word outside of blocks
   */
  static Optional<String> find(String owner, String word) {
    String key = owner.isEmpty() ? word : owner + "." + word;
    return Optional.ofNullable(TEXTS.getProperty(key));
  }
}
