package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import io.openclustermanagement.api.schema.Schema;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests: YAML or JSON with any number of documents, lists included. Every mistake is a
 * {@link Problem}; nothing is thrown for any input.
 */
public final class ManifestReader {
  /** After so many broken documents the rest of a file is not looked at. */
  private static final int MAX_BROKEN = 50;

  private final SourceText source;
  private final List<Document> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final ObjectReader objects;
  private int read;

  private ManifestReader(SourceText source, boolean typed) {
    this.source = source;
    this.objects = new ObjectReader(source, documents, problems, typed);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file the name for positions
   */
  public static Manifests read(String file, byte[] content) {
    if (content.length > Limits.MAX_BYTES) {
      return refused(file, Limits.tooLarge(file, content.length));
    }
    String text = new String(content, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      Problem problem = malformed(file, content);
      if (problem != null) {
        return refused(file, problem);
      }
    }
    return read(file, text);
  }

  /**
   * Reads a text.
   *
   * @param file the name for positions
   */
  public static Manifests read(String file, String text) {
    return read(file, text, true);
  }

  /**
   * Reads a text and keeps objects of all kinds as they are: every document is {@link
   * Document.Foreign}.
   *
   * @param file the name for positions
   */
  public static Manifests readGeneric(String file, String text) {
    return read(file, text, false);
  }

  private static Manifests read(String file, String text, boolean typed) {
    if (text.length() > Limits.MAX_BYTES) {
      return refused(file, Limits.tooLarge(file, text.length()));
    }
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    ManifestReader reader = new ManifestReader(new SourceText(file, body), typed);
    reader.documents();
    return new Manifests(file, body, reader.documents, reader.problems);
  }

  /**
   * A value of a schema from JSON that the program itself holds, such as a default.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static Object literal(Schema schema, String json) {
    SourceText source = new SourceText("", json);
    List<Problem> problems = new ArrayList<>();
    try {
      YamlNode node = new NodeReader(source, json, 0).next();
      Object value = node == null ? null : new Binder(source, problems).value(schema, node);
      if (value != null && problems.isEmpty()) {
        return value;
      }
      throw new IllegalArgumentException("not a value: " + json + " " + problems);
    } catch (NodeReader.Stop e) {
      throw new IllegalArgumentException("not a value: " + json, e);
    }
  }

  private static Manifests refused(String file, Problem problem) {
    return new Manifests(file, "", List.of(), List.of(problem));
  }

  private void documents() {
    String text = source.parsed();
    int from = 0;
    int broken = 0;
    while (from >= 0 && from < text.length() && broken < MAX_BROKEN) {
      NodeReader nodes = new NodeReader(source, from == 0 ? text : text.substring(from), from);
      try {
        read(nodes);
        return;
      } catch (NodeReader.Stop e) {
        problems.add(e.problem());
        boolean refused = e.problem().kind() == Kind.YAML_TOO_MANY_DOCUMENTS;
        broken = refused ? MAX_BROKEN : broken + 1;
        from = nextDocument(text, e.problem().position(), from);
      }
    }
  }

  private void read(NodeReader nodes) throws NodeReader.Stop {
    for (YamlNode root = nodes.next(); root != null; root = nodes.next()) {
      if (++read > Limits.MAX_DOCUMENTS) {
        throw new NodeReader.Stop(tooMany(root));
      }
      objects.document(root, nodes.usedAliases());
    }
  }

  private Problem tooMany(YamlNode root) {
    return Problem.of(
            Kind.YAML_TOO_MANY_DOCUMENTS,
            "",
            "The file has more than %,d documents.".formatted(Limits.MAX_DOCUMENTS))
        .withHelp("Split the file into several.")
        .at(source.character(root.start()));
  }

  /** Where the document behind a broken one starts, or -1. */
  private static int nextDocument(String text, @Nullable Position broken, int from) {
    int at = text.indexOf("\n---", Math.max(from, broken == null ? from : broken.start() - 1));
    return at < 0 ? -1 : at + 1;
  }

  private static @Nullable Problem malformed(String file, byte[] content) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(content.length);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CoderResult result = decoder.decode(bytes, decoded, true);
    if (!result.isError()) {
      return null;
    }
    String before = decoded.flip().toString();
    String value = String.format(Locale.ROOT, "0x%02x", content[bytes.position()]);
    return Problem.of(Kind.YAML_ENCODING, "", "The byte %s is not UTF-8.".formatted(value))
        .withHelp("Save the file as UTF-8.")
        .withFound(value)
        .at(new SourceText(file, before).character(before.length()));
  }
}
