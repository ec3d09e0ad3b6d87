package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.compiler.importer.CelLexer.Token;
import io.openclustermanagement.compiler.importer.CelLexer.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the part of CEL (<a href="https://github.com/google/cel-spec">cel-spec</a>, "Syntax") that
 * conditions on clusters use. What it does not know it does not guess: maps, messages, bytes and
 * optional access make it give up, and the expression is taken over as text.
 */
final class CelParser {
  private static final int MAX_DEPTH = 60;
  private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=", "==", "!=", "in");
  private static final Set<String> SUMS = Set.of("+", "-");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "%");

  /** Ends the reading of an expression that is not understood. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood() {
      super("not understood", null, false, false);
    }
  }

  private final List<Token> tokens;
  private int next;
  private int depth;

  private CelParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The tree of an expression; empty if it is not understood. */
  static Optional<CelTree> parse(String text) {
    try {
      CelParser parser = new CelParser(CelLexer.read(text));
      CelTree tree = parser.expression();
      return parser.peek().type() == Type.END ? Optional.of(tree) : Optional.empty();
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private CelTree expression() throws NotUnderstood {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstood();
    }
    CelTree tree = or();
    if (accept("?")) {
      CelTree positive = or();
      expect(":");
      tree = new CelTree.Conditional(tree, positive, expression());
    }
    depth--;
    return tree;
  }

  private CelTree or() throws NotUnderstood {
    CelTree tree = and();
    while (accept("||")) {
      tree = CelTree.or(tree, and());
    }
    return tree;
  }

  private CelTree and() throws NotUnderstood {
    CelTree tree = relation();
    while (accept("&&")) {
      tree = CelTree.and(tree, relation());
    }
    return tree;
  }

  private CelTree relation() throws NotUnderstood {
    CelTree tree = sum();
    while (isOperator(RELATIONS)) {
      String operator = take().text();
      CelTree right = sum();
      tree =
          operator.equals("!=")
              ? new CelTree.Not(new CelTree.Operation("==", tree, right))
              : new CelTree.Operation(operator, tree, right);
    }
    return tree;
  }

  private CelTree sum() throws NotUnderstood {
    CelTree tree = product();
    while (isOperator(SUMS)) {
      tree = new CelTree.Operation(take().text(), tree, product());
    }
    return tree;
  }

  private CelTree product() throws NotUnderstood {
    CelTree tree = unary();
    while (isOperator(PRODUCTS)) {
      tree = new CelTree.Operation(take().text(), tree, unary());
    }
    return tree;
  }

  private CelTree unary() throws NotUnderstood {
    if (accept("!")) {
      return new CelTree.Not(nested());
    }
    return accept("-") ? new CelTree.Negative(nested()) : member();
  }

  private CelTree nested() throws NotUnderstood {
    if (++depth > MAX_DEPTH) {
      throw new NotUnderstood();
    }
    CelTree operand = unary();
    depth--;
    return operand;
  }

  private CelTree member() throws NotUnderstood {
    CelTree tree = primary();
    while (true) {
      if (accept(".")) {
        String name = name();
        tree =
            accept("(") ? new CelTree.Call(tree, name, items(")")) : new CelTree.Select(tree, name);
      } else if (accept("[")) {
        CelTree index = expression();
        expect("]");
        tree = new CelTree.Index(tree, index);
      } else {
        return tree;
      }
    }
  }

  private CelTree primary() throws NotUnderstood {
    Token token = take();
    return switch (token.type()) {
      case STRING -> new CelTree.Text(token.text());
      case NUMBER -> new CelTree.Literal(token.text());
      case NAME -> named(token.text());
      case OPERATOR -> bracketed(token.text());
      case END -> throw new NotUnderstood();
    };
  }

  private CelTree named(String name) throws NotUnderstood {
    if (accept("(")) {
      return new CelTree.Call(null, name, items(")"));
    }
    return switch (name) {
      case "true", "false", "null" -> new CelTree.Literal(name);
      default -> new CelTree.Name(name);
    };
  }

  private CelTree bracketed(String opening) throws NotUnderstood {
    return switch (opening) {
      case "(" -> {
        CelTree inner = expression();
        expect(")");
        yield inner;
      }
      case "[" -> new CelTree.Items(items("]"));
      default -> throw new NotUnderstood();
    };
  }

  /** Expressions separated by commas, up to a bracket. */
  private List<CelTree> items(String closing) throws NotUnderstood {
    List<CelTree> items = new ArrayList<>();
    if (accept(closing)) {
      return items;
    }
    do {
      items.add(expression());
    } while (accept(","));
    expect(closing);
    return items;
  }

  private String name() throws NotUnderstood {
    Token token = take();
    if (token.type() != Type.NAME) {
      throw new NotUnderstood();
    }
    return token.text();
  }

  private boolean isOperator(Set<String> operators) {
    return peek().type() == Type.OPERATOR && operators.contains(peek().text());
  }

  private boolean accept(String operator) {
    boolean found = isOperator(Set.of(operator));
    next += found ? 1 : 0;
    return found;
  }

  private void expect(String operator) throws NotUnderstood {
    if (!accept(operator)) {
      throw new NotUnderstood();
    }
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = peek();
    next += token.type() == Type.END ? 0 : 1;
    return token;
  }
}
