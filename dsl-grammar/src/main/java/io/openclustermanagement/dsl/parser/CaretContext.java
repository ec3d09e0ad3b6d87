package io.openclustermanagement.dsl.parser;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.parser.Continuation.Construct;
import io.openclustermanagement.dsl.parser.Continuation.Slot;
import io.openclustermanagement.dsl.parser.GrammarWalk.Call;
import io.openclustermanagement.dsl.parser.GrammarWalk.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the grammar allows at one place of a file, whatever stands behind it and however broken the
 * text before it is: a clause that cannot be read is skipped up to the next line that begins one.
 */
public final class CaretContext {
  private final SourceFile file;
  private final int start;
  private final boolean inText;
  private final boolean possible;
  private final List<Token> tokens;
  private final Layout layout;
  private Set<Position> positions = GrammarWalk.start();

  /** What may stand in the blocks that are open, innermost first; empty for unknown blocks. */
  private final Deque<Set<Position>> blocks = new ArrayDeque<>();

  private CaretContext(SourceFile file, int offset) {
    this.file = file;
    this.layout = new Layout(file);
    List<Token> all = new TokenReader(new Problems(file)).read(0, file.text().length());
    Token at = touched(all, offset);
    this.inText = at != null && isText(at);
    this.possible = at == null || at.getChannel() == Token.DEFAULT_CHANNEL;
    this.start = at == null ? offset : at.getStartIndex() + (inText ? 1 : 0);
    int end = at == null ? offset : at.getStartIndex();
    this.tokens = before(all, end);
    walk();
  }

  /** The context of an offset. */
  public static CaretContext at(SourceFile file, int offset) {
    return new CaretContext(file, offset);
  }

  /** The offset where the word or the text begins that the place is in or behind. */
  public int start() {
    return start;
  }

  /** Whether the place is in a text in quotes. */
  public boolean isInText() {
    return inText;
  }

  /** The word of the block that the clauses of a rule of the grammar stand in. */
  static Optional<String> owner(String rule) {
    int index = Arrays.asList(OcmGrammar.ruleNames).indexOf(rule);
    return Optional.ofNullable(RuleNames.owner(index));
  }

  /** The token that an offset is in, or the word that it is right behind. */
  private static @Nullable Token touched(List<Token> tokens, int offset) {
    for (Token token : tokens) {
      int end = token.getStopIndex() + 1;
      boolean inside = token.getStartIndex() < offset && offset < end;
      boolean open = token.getChannel() != Token.DEFAULT_CHANNEL && !isClosedComment(token);
      boolean behind = offset == end && (Keywords.isWord(token) || open || isUnclosed(token));
      if (token.getType() != Token.EOF && (inside || behind)) {
        return token;
      }
    }
    return null;
  }

  private static boolean isClosedComment(Token comment) {
    return comment.getText().startsWith("/*");
  }

  /** Whether a text ends where its line does, because nobody has closed it yet. */
  private static boolean isUnclosed(Token token) {
    String text = token.getText();
    return token.getType() == OcmTokens.STRING && (text.length() < 2 || !text.endsWith("\""));
  }

  private static boolean isText(Token token) {
    return token.getType() == OcmTokens.STRING;
  }

  /** The tokens of the grammar before an offset, from the last declaration on. */
  private List<Token> before(List<Token> all, int end) {
    List<Token> before = new ArrayList<>();
    for (int i = 0; i < all.size() && all.get(i).getStartIndex() < end; i++) {
      if (Brackets.startsDeclaration(all, i, layout)) {
        before.clear();
      }
      if (all.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
        before.add(all.get(i));
      }
    }
    return before;
  }

  private void walk() {
    blocks.push(positions);
    boolean skipping = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int type = token.getType();
      Set<Position> next = skipping ? Set.of() : GrammarWalk.step(positions, type, i);
      if (next.isEmpty() && type != OcmTokens.RBRACE) {
        next = resumed(i);
      }
      skipping = next.isEmpty();
      if (type == OcmTokens.LBRACE) {
        blocks.push(next);
      } else if (type == OcmTokens.RBRACE && blocks.size() > 1) {
        Set<Position> closed = blocks.pop();
        if (skipping) {
          next = GrammarWalk.step(closed, type, i);
          skipping = next.isEmpty();
        }
      }
      positions = next;
    }
    if (atLineStart()) {
      // The line before may be unfinished, or finished.
      Set<Position> both = new LinkedHashSet<>(positions);
      both.addAll(block());
      positions = both;
    }
  }

  /**
   * Where a token leads to if the block goes on with its line, because the line before was left
   * unfinished; a soft keyword may have been taken for a name of that line.
   */
  private Set<Position> resumed(int index) {
    int first = index;
    while (!layout.isFirstOnLine(tokens.get(first)) && !endsOrOpensBlock(first - 1)) {
      first--;
    }
    Set<Position> resumed = layout.isFirstOnLine(tokens.get(first)) ? block() : Set.of();
    for (int i = first; i <= index; i++) {
      resumed = GrammarWalk.step(resumed, tokens.get(i).getType(), i);
    }
    return resumed;
  }

  private boolean endsOrOpensBlock(int index) {
    return index < 0
        || tokens.get(index).getType() == OcmTokens.LBRACE
        || tokens.get(index).getType() == OcmTokens.RBRACE;
  }

  private Set<Position> block() {
    return blocks.getFirst();
  }

  private boolean atLineStart() {
    String text = file.text();
    int at = start - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n';
  }

  /** All that may stand at the place. */
  public List<Continuation> continuations() {
    Set<Continuation> found = new LinkedHashSet<>();
    if (!possible) {
      return List.of();
    }
    Set<Position> seen = new HashSet<>();
    for (Position position : positions) {
      GrammarWalk.visit(
          position,
          tokens.size(),
          seen,
          call -> {
            Slot slot = slot(call.rule());
            if (slot != null) {
              found.add(new Continuation(slot, "", path(call.outer())));
            }
            return slot == null;
          },
          (at, transition) -> {
            for (int type : transition.label().toList()) {
              if (type == OcmTokens.STRING) {
                found.add(new Continuation(Slot.STRING, "", path(at.call())));
              } else if (Keywords.isSoft(type) || Keywords.isHard(type)) {
                found.add(new Continuation(Slot.WORD, Keywords.text(type), path(at.call())));
              }
            }
          });
    }
    return List.copyOf(found);
  }

  private static @Nullable Slot slot(int rule) {
    return switch (rule) {
      case OcmGrammar.RULE_name -> Slot.NAME;
      case OcmGrammar.RULE_qualifiedName -> Slot.REFERENCE;
      case OcmGrammar.RULE_expr -> Slot.EXPRESSION;
      case OcmGrammar.RULE_word -> Slot.FIELD;
      case OcmGrammar.RULE_key -> Slot.KEY;
      case OcmGrammar.RULE_kind -> Slot.KIND;
      case OcmGrammar.RULE_type -> Slot.TYPE;
      default -> null;
    };
  }

  private List<Construct> path(@Nullable Call innermost) {
    List<Construct> path = new ArrayList<>();
    for (Call call = innermost; call != null; call = call.outer()) {
      path.addFirst(new Construct(OcmGrammar.ruleNames[call.rule()], text(call)));
    }
    return path;
  }

  /** From the first token of a rule to the place. */
  private SourceSpan text(Call call) {
    int from = call.start() < tokens.size() ? tokens.get(call.start()).getStartIndex() : start;
    return file.span(Math.min(from, start), start);
  }

  /**
   * The file with a name at the place and what it takes to end the declaration there instead of the
   * rest of the declaration; empty if no name may stand there.
   */
  public Optional<SourceFile> completedWith(String name) {
    Set<Position> behind = GrammarWalk.step(positions, OcmTokens.IDENT, tokens.size());
    String ending = ShortestEnding.of(behind);
    if (ending == null || inText || !possible) {
      return Optional.empty();
    }
    String text = file.text();
    String completed = text.substring(0, start) + name + ending + "\n";
    return Optional.of(new SourceFile(file.name(), completed + text.substring(nextDeclaration())));
  }

  private int nextDeclaration() {
    List<Token> all = new TokenReader(new Problems(file)).read(0, file.text().length());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).getStartIndex() > start && Brackets.startsDeclaration(all, i, layout)) {
        return all.get(i).getStartIndex();
      }
    }
    return file.text().length();
  }
}
