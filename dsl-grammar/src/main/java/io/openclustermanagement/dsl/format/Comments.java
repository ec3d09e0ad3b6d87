package io.openclustermanagement.dsl.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the comments of a file go: each is either behind a token on its line or above a token. */
final class Comments {

  /**
   * Comments that stand on one line.
   *
   * @param text with its line breaks, if a block comment has several lines
   * @param endsLine whether it ends with a line comment, so that no code may follow on its line
   * @param ownLine whether no code stands on its line
   * @param blankAbove whether a blank line stands above it
   */
  record Comment(String text, boolean endsLine, boolean ownLine, boolean blankAbove) {
    boolean isMultiline() {
      return text.indexOf('\n') >= 0;
    }
  }

  private final Map<Integer, Comment> behind = new HashMap<>();
  private final Map<Integer, List<Comment>> above = new HashMap<>();
  private final BitSet blankAbove = new BitSet();

  void putBehind(int token, Comment comment) {
    behind.put(token, comment);
  }

  void addAbove(int token, Comment comment) {
    above.computeIfAbsent(token, _ -> new ArrayList<>()).add(comment);
  }

  void setBlankAbove(int token) {
    blankAbove.set(token);
  }

  /** The comment behind a token on its line. */
  @Nullable Comment behind(int token) {
    return behind.get(token);
  }

  /** The comments that come right before a token. */
  List<Comment> above(int token) {
    return above.getOrDefault(token, List.of());
  }

  /** Whether a blank line stands right above a token. */
  boolean isBlankAbove(int token) {
    return token >= 0 && blankAbove.get(token);
  }

  /** Whether a blank line stands above a token and the comments that come before it. */
  boolean isBlankAboveAll(int token) {
    List<Comment> comments = above(token);
    return comments.isEmpty() ? isBlankAbove(token) : comments.getFirst().blankAbove();
  }
}
