package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A token of a source file, or a comment. For tools that need the text between the nodes of the
 * tree, such as the formatter.
 *
 * @param text as it is written
 * @param start offset of the first character
 * @param comment whether it is a comment, documentation included
 */
public record SourceToken(String text, int start, boolean comment) {

  /** Offset behind the last character. */
  public int end() {
    return start + text.length();
  }

  /** All tokens and comments of a file in order; a file that does not parse gives some as well. */
  public static List<SourceToken> of(SourceFile file) {
    OcmTokens lexer = new OcmTokens(new SourceCharStream(file, 0, file.text().length()));
    lexer.removeErrorListeners();
    List<SourceToken> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      boolean comment = token.getChannel() == OcmTokens.COMMENTS;
      tokens.add(new SourceToken(token.getText(), token.getStartIndex(), comment));
    }
    return tokens;
  }
}
