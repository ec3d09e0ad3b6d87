package io.openclustermanagement.dsl.format;

import io.openclustermanagement.dsl.format.Comments.Comment;
import io.openclustermanagement.dsl.format.FormatNode.BlankLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a document out within a line width, in one pass with a look ahead of at most one line. It
 * guards that nothing but a line break follows a line comment.
 */
final class Renderer {

  private static final int INDENT = 2;

  /** A part of the document that is still to be printed. */
  private record Command(int indent, boolean flat, FormatNode node) {}

  private final int width;
  private final Comments comments;
  private final Output out = new Output();
  private final List<Command> commands = new ArrayList<>();
  private final BitSet printedAbove = new BitSet();

  Renderer(int width, Comments comments) {
    this.width = width;
    this.comments = comments;
  }

  String render(FormatNode document) {
    commands.add(new Command(0, false, document));
    while (!commands.isEmpty()) {
      Command command = commands.removeLast();
      print(command, command.indent);
    }
    return out.finish();
  }

  private void print(Command command, int indent) {
    switch (command.node) {
      case FormatNode.Text text -> out.add(text.text());
      case FormatNode.Token token -> printToken(token, indent);
      case FormatNode.Line line when command.flat -> out.add(line.flat());
      case FormatNode.Line _, FormatNode.HardLine _ -> out.breakLine(indent);
      case FormatNode.ItemStart item -> printStart(item, indent);
      case FormatNode.Dangling dangling -> printDangling(dangling, indent);
      case FormatNode.Concat concat -> pushAll(commands, concat, indent, command.flat);
      case FormatNode.Indent nested -> push(nested.content(), indent + INDENT, command.flat);
      case FormatNode.Group group ->
          push(group.content(), indent, command.flat || fits(group.content(), indent));
      case FormatNode.IfBroken choice ->
          push(command.flat ? choice.flat() : choice.broken(), indent, command.flat);
    }
  }

  private void push(FormatNode node, int indent, boolean flat) {
    commands.add(new Command(indent, flat, node));
  }

  private static void pushAll(
      List<Command> stack, FormatNode.Concat concat, int indent, boolean flat) {
    for (FormatNode part : concat.parts().reversed()) {
      stack.add(new Command(indent, flat, part));
    }
  }

  private void printToken(FormatNode.Token token, int indent) {
    boolean bracket = isBracket(token.text());
    int continued = bracket ? indent : indent + INDENT;
    printAbove(token.index(), BlankLine.NEVER, false, continued);
    if (bracket) {
      out.endLine(indent);
    }
    out.addToken(token.text(), continued);
    Comment behind = comments.behind(token.index());
    if (behind != null) {
      out.addBehind(behind, continued);
    }
  }

  /**
   * Brackets stand where their lines begin, other tokens that a comment separates further right.
   */
  private static boolean isBracket(String token) {
    return token.length() == 1 && "{}[]()".contains(token);
  }

  private void printStart(FormatNode.ItemStart item, int indent) {
    out.breakLine(indent);
    if (isBlank(item.blankLine(), item.index())) {
      out.addBlankLine();
    }
    printAbove(item.index(), BlankLine.NEVER, true, indent);
  }

  private void printDangling(FormatNode.Dangling dangling, int indent) {
    printAbove(dangling.index(), dangling.blankLine(), true, indent);
  }

  private boolean isBlank(BlankLine rule, int token) {
    return switch (rule) {
      case NEVER -> false;
      case AS_WRITTEN -> comments.isBlankAboveAll(token);
      case ALWAYS -> true;
    };
  }

  /**
   * Prints the comments that come before a token.
   *
   * @param first whether a blank line may stand above the first of them
   * @param asItems whether they stand among clauses: each has its line, and blank lines are kept
   */
  private void printAbove(int token, BlankLine first, boolean asItems, int indent) {
    List<Comment> above = comments.above(token);
    if (above.isEmpty() || printedAbove.get(token)) {
      return;
    }
    printedAbove.set(token);
    boolean blank = isBlank(first, token);
    for (Comment comment : above) {
      if (comment.ownLine()) {
        out.addOwnLine(comment, blank, indent);
      } else {
        out.addInline(comment, indent);
      }
      blank = asItems;
    }
    if (asItems && comments.isBlankAbove(token)) {
      out.breakLine(indent);
      out.addBlankLine();
    }
  }

  private boolean fits(FormatNode content, int indent) {
    return new Fit(indent).fits(content);
  }

  /** A look ahead: whether what comes next fits on the line if no line of a group is broken. */
  private final class Fit {
    private final int indent;
    private final List<Command> ahead = new ArrayList<>();
    private int room;
    private int rest = commands.size();
    private boolean started;
    private boolean lineEnded;
    private @Nullable Boolean verdict;

    Fit(int indent) {
      this.indent = indent;
      this.room = width - out.column(indent);
    }

    boolean fits(FormatNode content) {
      ahead.add(new Command(indent, true, content));
      while (verdict == null) {
        if (!ahead.isEmpty()) {
          look(ahead.removeLast());
        } else if (rest == 0 || lineEnded) {
          verdict = true;
        } else {
          ahead.add(commands.get(--rest));
        }
        if (room < 0 && verdict == null) {
          verdict = false;
        }
      }
      return verdict;
    }

    /** Whether the content has been looked at, and this is what stands behind it. */
    private boolean isBehind() {
      return rest < commands.size();
    }

    private void look(Command command) {
      switch (command.node) {
        case FormatNode.Text text -> room -= text.text().length();
        case FormatNode.Token token -> lookAtToken(token);
        case FormatNode.Line line when command.flat -> room -= line.flat().length();
        case FormatNode.Line _, FormatNode.HardLine _, FormatNode.ItemStart _ -> lineBreaks();
        case FormatNode.Dangling dangling ->
            comments.above(dangling.index()).forEach(this::lookAtAbove);
        case FormatNode.Concat concat -> pushAll(ahead, concat, indent, command.flat);
        case FormatNode.Indent nested -> ahead.add(new Command(0, command.flat, nested.content()));
        case FormatNode.Group group -> ahead.add(new Command(0, command.flat, group.content()));
        case FormatNode.IfBroken choice ->
            ahead.add(new Command(0, command.flat, command.flat ? choice.flat() : choice.broken()));
      }
    }

    private void lineBreaks() {
      verdict = isBehind() && room >= 0;
    }

    private void lookAtToken(FormatNode.Token token) {
      if (!printedAbove.get(Math.max(token.index(), 0))) {
        comments.above(token.index()).forEach(this::lookAtAbove);
      }
      if (lineEnded && verdict == null) {
        lineBreaks();
      }
      started = true;
      int lineBreak = token.text().indexOf('\n');
      if (lineBreak >= 0 && verdict == null) {
        verdict = isBehind() && lineBreak <= room;
      }
      room -= token.text().length();
      Comment behind = comments.behind(token.index());
      if (behind != null) {
        lookAtBehind(behind);
      }
    }

    private void lookAtAbove(Comment comment) {
      if (comment.ownLine() || comment.isMultiline()) {
        if (started || isBehind()) {
          lineBreaks();
        } else {
          room = width - indent;
        }
      } else {
        room -= comment.text().length() + 1;
      }
    }

    private void lookAtBehind(Comment comment) {
      if (comment.endsLine() || comment.isMultiline()) {
        lineEnded = true;
      } else {
        room -= comment.text().length() + 1;
      }
    }
  }
}
