package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Places as the protocol counts them: lines and characters from 0, a character being a UTF-16 code
 * unit.
 */
final class Positions {
  private Positions() {}

  /** The offset of a position; one outside of the text or of its line means the end there. */
  static int offset(SourceFile file, Position position) {
    int line = Math.max(0, position.getLine()) + 1;
    int start = file.offset(line, 1);
    if (file.line(start) != line) {
      return file.text().length();
    }
    int length = file.lineText(line).length();
    return start + Math.clamp(position.getCharacter(), 0, length);
  }

  static Position position(SourceFile file, int offset) {
    return new Position(file.line(offset) - 1, file.column(offset) - 1);
  }

  static Range range(SourceSpan span) {
    return new Range(position(span.file(), span.start()), position(span.file(), span.end()));
  }

  static SourceSpan span(SourceFile file, Range range) {
    int start = offset(file, range.getStart());
    return file.span(start, Math.max(start, offset(file, range.getEnd())));
  }
}
