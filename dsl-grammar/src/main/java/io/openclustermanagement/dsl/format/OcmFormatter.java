package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.parser.ParseResult;
import io.openclustermanagement.dsl.syntax.SourceUnit;

/**
 * Brings source text into the one canonical form: clauses in a fixed order, two spaces of
 * indentation, lines of at most 100 columns, no more parentheses and separators than are needed.
 * Comments, strings and blank lines between groups are kept. There are no options.
 */
public final class OcmFormatter {

  private static final int WIDTH = 100;

  private OcmFormatter() {}

  /** Formats a file; one with syntax errors is given back as it is. */
  public static FormatResult format(SourceFile file) {
    SourceFile unified = new SourceFile(file.name(), unified(file.text()));
    ParseResult parsed = OcmParser.parse(unified);
    if (!parsed.isClean()) {
      return new FormatResult(file.text(), OcmParser.parse(file).diagnostics());
    }
    TokenCursor tokens = TokenCursor.of(unified);
    FormatNode document = new UnitPrinter(new Emitter(tokens)).print(parsed.tree());
    Renderer renderer = new Renderer(WIDTH, CommentPlacement.of(tokens));
    return new FormatResult(renderer.render(document), parsed.diagnostics());
  }

  /**
   * Prints a tree that a program has built; where its nodes claim to stand does not matter.
   *
   * @throws IllegalArgumentException if the tree has error nodes
   */
  public static String format(SourceUnit unit) {
    Emitter emitter = new Emitter(TokenCursor.withoutSource());
    return new Renderer(WIDTH, new Comments()).render(new UnitPrinter(emitter).print(unit));
  }

  /** Without byte order mark, and with line feeds only. */
  private static String unified(String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return withoutMark.replace("\r\n", "\n").replace('\r', '\n');
  }
}
