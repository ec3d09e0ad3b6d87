package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.format.Comments.Comment;
import io.openclustermanagement.dsl.parser.SourceToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the place of each comment between the two printed tokens around it. Tokens that are not
 * printed count as space.
 *
 * <p>A comment on the line of the token before it stays there if its line ends with it; any other
 * goes with the token behind it. Before a comma, a colon or an opening brace there is no good place
 * for a comment that ends its line, so it moves behind them.
 */
final class CommentPlacement {

  private static final int START_OF_FILE = -1;

  /** Comments on one line, while they are read. */
  private static final class Line {
    final boolean begins;
    final boolean blankAbove;
    final StringBuilder text = new StringBuilder();
    boolean endsLine;

    Line(boolean begins, boolean blankAbove) {
      this.begins = begins;
      this.blankAbove = blankAbove;
    }

    void add(SourceToken comment) {
      text.append(text.isEmpty() ? "" : " ").append(comment.text().stripTrailing());
      endsLine = comment.text().startsWith("//");
    }
  }

  private final TokenCursor tokens;
  private final Comments comments = new Comments();
  private List<Line> lines = new ArrayList<>();
  private int breaks;
  private boolean carried;
  private boolean beforeComma;

  private CommentPlacement(TokenCursor tokens) {
    this.tokens = tokens;
  }

  /** Places all comments of a file, once it is known which of its tokens are printed. */
  static Comments of(TokenCursor tokens) {
    CommentPlacement placement = new CommentPlacement(tokens);
    placement.placeAll();
    return placement.comments;
  }

  private void placeAll() {
    int before = START_OF_FILE;
    for (int i = 0; i < tokens.size(); i++) {
      breaks += tokens.lineBreaksBefore(i);
      if (tokens.get(i).comment()) {
        addComment(tokens.get(i), before);
      } else if (tokens.isPrinted(i)) {
        place(before, i);
        before = i;
      } else if (tokens.get(i).text().equals(",")) {
        beforeComma |= !lines.isEmpty() && breaks == 0;
      }
    }
    breaks += tokens.lineBreaksBefore(tokens.size());
    place(before, tokens.size());
  }

  private void addComment(SourceToken comment, int before) {
    boolean begins = breaks > 0 || carried || before == START_OF_FILE && lines.isEmpty();
    boolean behindComma = beforeComma && !comment.text().startsWith("//");
    if (begins || behindComma || lines.isEmpty()) {
      lines.add(new Line(begins, breaks > 1));
    }
    lines.getLast().add(comment);
    carried = false;
    breaks = 0;
  }

  private void place(int before, int behind) {
    carried = false;
    if (!lines.isEmpty()) {
      if (moveBehind(behind)) {
        carried = true;
        breaks = 0;
        return;
      }
      if (staysBehind(before, behind)) {
        comments.putBehind(before, comment(lines.removeFirst(), false));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      boolean ends = !last || breaks > 0 || behind == tokens.size() || tokens.isClosing(behind);
      boolean ownLine = lines.get(i).begins && ends;
      comments.addAbove(behind, comment(lines.get(i), ownLine));
    }
    if (breaks > 1) {
      comments.setBlankAbove(behind);
    }
    lines = new ArrayList<>();
    breaks = 0;
    beforeComma = false;
  }

  private static Comment comment(Line line, boolean ownLine) {
    return new Comment(
        line.text.toString(), line.endsLine, ownLine || line.endsLine, line.blankAbove);
  }

  /** Whether the comments go on to the next gap, because the token keeps to the one before. */
  private boolean moveBehind(int token) {
    if (!tokens.isHugging(token)) {
      return false;
    }
    Line first = lines.getFirst();
    boolean single = lines.size() == 1;
    if (tokens.get(token).text().equals(",") || tokens.get(token).text().equals(":")) {
      return !single || first.endsLine || first.begins && breaks > 0;
    }
    return single && first.endsLine && !first.begins;
  }

  /** Whether the first comment stays on the line of the token before it. */
  private boolean staysBehind(int before, int behind) {
    Line first = lines.getFirst();
    if (before == START_OF_FILE || !first.endsLine && goesInside(before, behind)) {
      return false;
    }
    if (first.begins) {
      return tokens.isHugging(behind) && isComma(behind);
    }
    boolean lineEnds = lines.size() > 1 || breaks > 0 || beforeComma || behind == tokens.size();
    return first.endsLine || lineEnds || tokens.isClosing(behind) || keepsClose(behind);
  }

  /** Whether a comment belongs to what brackets hold, or to the opening brace. */
  private boolean goesInside(int before, int behind) {
    boolean empty = isOpening(before) && tokens.isClosing(behind);
    return empty || tokens.isHugging(behind) && isOpening(behind);
  }

  /** Whether a token follows the one before it without a space, so that comments come first. */
  private boolean keepsClose(int token) {
    return tokens.isHugging(token) && !isOpening(token);
  }

  private boolean isComma(int token) {
    String text = tokens.get(token).text();
    return text.equals(",") || text.equals(":");
  }

  private boolean isOpening(int token) {
    if (token == START_OF_FILE) {
      return false;
    }
    String text = tokens.get(token).text();
    return text.equals("{") || text.equals("[") || text.equals("(");
  }
}
