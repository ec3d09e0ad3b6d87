package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.format.Comments.Comment;

/**
 * The text that is laid out so far. Spaces and line comments wait until their line goes on or ends.
 */
final class Output {

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder behind = new StringBuilder();
  private int lineStart;
  private int lineIndent;
  private int spaces;
  private boolean atLineStart = true;
  private boolean mustBreak;

  /** Where the next token begins. */
  int column(int indent) {
    if (mustBreak) {
      return lineIndent;
    }
    return behind.isEmpty() ? text.length() - lineStart + spaces : indent;
  }

  /** Adds text that may follow a waiting comment, because it is printed before it. */
  void add(String added) {
    if (added.isBlank()) {
      spaces = atLineStart ? spaces : Math.max(spaces, added.length());
    } else {
      writeClose(added);
    }
  }

  /** Adds a token, on a new line if the line has ended. */
  void addToken(String token, int indent) {
    breakIfNeeded(indent);
    writeClose(token);
  }

  /** Writes text; punctuation has no space before it. */
  private void writeClose(String added) {
    boolean close = ",:)]".indexOf(added.charAt(0)) >= 0;
    spaces = close && !atLineStart ? 0 : spaces;
    write(added);
  }

  /** Adds a comment on the line of the last token. */
  void addBehind(Comment comment, int indent) {
    if (comment.endsLine()) {
      behind.append(' ').append(reindented(comment.text()));
    } else {
      addInline(comment, indent);
    }
  }

  /** Adds a comment between two tokens of a line. */
  void addInline(Comment comment, int indent) {
    breakIfNeeded(indent);
    spaces = atLineStart ? spaces : 1;
    write(reindented(comment.text()));
    spaces = 1;
  }

  /** Adds a comment on a line of its own. */
  void addOwnLine(Comment comment, boolean mayHaveBlankAbove, int indent) {
    if (mustBreak) {
      breakLine(lineIndent);
    } else if (!atLineStart) {
      breakLine(indent);
    }
    if (mayHaveBlankAbove && comment.blankAbove()) {
      addBlankLine();
    }
    write(reindented(comment.text()));
    mustBreak = true;
  }

  /** Below a comment goes on where the comment begins, behind one at the given indentation. */
  private void breakIfNeeded(int indent) {
    endLine(mustBreak ? lineIndent : indent);
  }

  /** Begins a line at a given indentation if nothing may follow on this one. */
  void endLine(int indent) {
    if (mustBreak || !behind.isEmpty()) {
      breakLine(indent);
    }
  }

  /** Begins a line, unless nothing has been added since the last one began. */
  void breakLine(int indent) {
    if (!atLineStart) {
      text.append(behind).append('\n');
      behind.setLength(0);
      lineStart = text.length();
      atLineStart = true;
    }
    mustBreak = false;
    spaces = indent;
    lineIndent = indent;
  }

  /** Leaves a line blank above the line that has just begun; there is none above the first line. */
  void addBlankLine() {
    boolean isBlankAlready = text.length() > 1 && text.charAt(text.length() - 2) == '\n';
    if (!text.isEmpty() && !isBlankAlready) {
      text.append('\n');
      lineStart = text.length();
    }
  }

  String finish() {
    breakLine(0);
    return text.toString();
  }

  private void write(String added) {
    text.repeat(' ', spaces).append(added);
    spaces = 0;
    atLineStart = false;
    int lineBreak = added.lastIndexOf('\n');
    if (lineBreak >= 0) {
      lineStart = text.length() - (added.length() - lineBreak - 1);
    }
  }

  /** A comment with stars down its left side keeps them below each other. */
  private String reindented(String comment) {
    if (comment.indexOf('\n') < 0) {
      return comment;
    }
    String[] lines = comment.split("\n", -1);
    StringBuilder result = new StringBuilder(lines[0].stripTrailing());
    boolean starred = isStarred(lines);
    for (int i = 1; i < lines.length; i++) {
      result.append('\n');
      if (starred) {
        result.repeat(' ', lineIndent + 1).append(lines[i].strip());
      } else {
        result.append(lines[i].stripTrailing());
      }
    }
    return result.toString();
  }

  private static boolean isStarred(String[] lines) {
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].stripLeading().startsWith("*")) {
        return false;
      }
    }
    return true;
  }
}
