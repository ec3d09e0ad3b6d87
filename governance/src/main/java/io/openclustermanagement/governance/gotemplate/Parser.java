package io.openclustermanagement.governance.gotemplate;

import io.openclustermanagement.governance.gotemplate.Node.Block;
import io.openclustermanagement.governance.gotemplate.Node.Branch;
import io.openclustermanagement.governance.gotemplate.Node.BranchKind;
import io.openclustermanagement.governance.gotemplate.Node.Command;
import io.openclustermanagement.governance.gotemplate.Node.Pipe;
import io.openclustermanagement.governance.gotemplate.Node.Statement;
import io.openclustermanagement.governance.gotemplate.Node.Term;
import io.openclustermanagement.governance.gotemplate.Token.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses templates as {@code text/template/parse} does, with its words for errors. */
final class Parser {
  /** Go allows 10,000; nobody writes more than a few, and the stack of Java is finite. */
  private static final int MAX_NESTING = 200;

  private final String name;
  private final Lexer lexer;
  private final Predicate<String> functions;
  private final Map<String, Block> templates = new LinkedHashMap<>();
  private final Deque<Token> pushedBack = new ArrayDeque<>();
  private List<String> variables = new ArrayList<>(List.of("$"));
  private Token lastRead = new Token(Type.EOF, 0, "", 1);
  private int actionLine;
  private int ranges;
  private int nesting;

  private Parser(String name, Lexer lexer, Predicate<String> functions) {
    this.name = name;
    this.lexer = lexer;
    this.functions = functions;
  }

  /**
   * Parses a text into its templates by name.
   *
   * @param functions whether a name is a function
   */
  static Map<String, Block> parse(
      String name, String text, String left, String right, Predicate<String> functions)
      throws TemplateError {
    Parser parser = new Parser(name, new Lexer(text, left, right), functions);
    try {
      parser.file();
    } catch (GoError e) {
      throw new TemplateError(
          "template: %s:%d: %s".formatted(name, parser.lastRead.line(), e.text()),
          e.text(),
          parser.lastRead.line(),
          -1);
    }
    return parser.templates;
  }

  /** A list of statements and the {@code end} or {@code else} that closed it. */
  private record Closed(Block block, Token by) {}

  private void file() {
    int position = peek().position();
    List<Statement> statements = new ArrayList<>();
    while (peek().type() != Type.EOF) {
      if (peek().type() == Type.LEFT_DELIMITER) {
        Token delimiter = next();
        Token keyword = nextNonSpace();
        if (keyword.type() == Type.DEFINE) {
          definition();
          continue;
        }
        pushedBack.push(keyword);
        pushedBack.push(delimiter);
      }
      @Nullable Statement statement = statement();
      if (statement == null) {
        throw new GoError("unexpected " + describe(closing));
      }
      statements.add(statement);
    }
    add(name, new Block(position, statements));
  }

  /** What {@link #statement} found instead of a statement. */
  private Token closing = lastRead;

  private static String describe(Token closing) {
    return closing.text().equals("else") ? "{{else}}" : "{{end}}";
  }

  private void definition() {
    String context = "define clause";
    Token quoted = nextNonSpace();
    if (quoted.type() != Type.STRING && quoted.type() != Type.RAW_STRING) {
      throw unexpected(quoted, context);
    }
    String defined = Quoting.unquote(quoted.text());
    expect(Type.RIGHT_DELIMITER, context);
    add(defined, separately(context));
  }

  /** A template of its own, which sees no variable and no loop around it. */
  private Block separately(String context) {
    List<String> outerVariables = variables;
    int outerRanges = ranges;
    int outerLine = actionLine;
    variables = new ArrayList<>(List.of("$"));
    ranges = 0;
    actionLine = 0;
    Closed closed = statements();
    if (!closed.by.text().equals("end")) {
      throw new GoError("unexpected {{else}} in " + context);
    }
    variables = outerVariables;
    ranges = outerRanges;
    actionLine = outerLine;
    return closed.block;
  }

  private void add(String template, Block block) {
    Block existing = templates.get(template);
    if (existing == null || isEmpty(existing)) {
      templates.put(template, block);
    } else if (!isEmpty(block)) {
      throw new GoError("template: multiple definition of template " + Quoting.quote(template));
    }
  }

  private static boolean isEmpty(Block block) {
    return block.statements().stream()
        .allMatch(each -> each instanceof Node.Plain(_, String text) && text.isBlank());
  }

  private Closed statements() {
    if (++nesting > MAX_NESTING) {
      throw new GoError("more than %d levels of nesting".formatted(MAX_NESTING));
    }
    int position = peekNonSpace().position();
    List<Statement> statements = new ArrayList<>();
    while (peekNonSpace().type() != Type.EOF) {
      @Nullable Statement statement = statement();
      if (statement == null) {
        nesting--;
        return new Closed(new Block(position, statements), closing);
      }
      statements.add(statement);
    }
    throw new GoError("unexpected EOF");
  }

  /** The next statement; {@code null} at an {@code end} or {@code else}. */
  private @Nullable Statement statement() {
    Token token = nextNonSpace();
    if (token.type() == Type.TEXT) {
      return new Node.Plain(token.position(), token.text());
    }
    if (token.type() != Type.LEFT_DELIMITER) {
      throw unexpected(token, "input");
    }
    actionLine = token.line();
    @Nullable Statement statement = action();
    actionLine = 0;
    return statement;
  }

  private @Nullable Statement action() {
    Token token = nextNonSpace();
    return switch (token.type()) {
      case BLOCK -> block();
      case BREAK -> {
        leavesLoop("{{break}}");
        yield new Node.Break(token.position());
      }
      case CONTINUE -> {
        leavesLoop("{{continue}}");
        yield new Node.Continue(token.position());
      }
      case ELSE -> {
        Token after = peekNonSpace();
        if (after.type() != Type.IF && after.type() != Type.WITH) {
          after = expect(Type.RIGHT_DELIMITER, "else");
        }
        closing = new Token(Type.ELSE, after.position(), "else", after.line());
        yield null;
      }
      case END -> {
        Token after = expect(Type.RIGHT_DELIMITER, "end");
        closing = new Token(Type.END, after.position(), "end", after.line());
        yield null;
      }
      case IF -> control(BranchKind.IF);
      case RANGE -> control(BranchKind.RANGE);
      case WITH -> control(BranchKind.WITH);
      case TEMPLATE -> call();
      default -> {
        pushedBack.push(token);
        yield new Node.Action(token.position(), pipeline("command", Type.RIGHT_DELIMITER));
      }
    };
  }

  private void leavesLoop(String what) {
    Token token = nextNonSpace();
    if (token.type() != Type.RIGHT_DELIMITER) {
      throw unexpected(token, what);
    }
    if (ranges == 0) {
      throw new GoError(what + " outside {{range}}");
    }
  }

  private Branch control(BranchKind kind) {
    int visible = variables.size();
    String context = kind.name().toLowerCase(Locale.ROOT);
    Pipe pipe = pipeline(context, Type.RIGHT_DELIMITER);
    ranges += kind == BranchKind.RANGE ? 1 : 0;
    Closed body = statements();
    ranges -= kind == BranchKind.RANGE ? 1 : 0;
    @Nullable Block otherwise = body.by.type() == Type.ELSE ? otherwise(kind, body.by) : null;
    variables.subList(visible, variables.size()).clear();
    return new Branch(kind, pipe.position(), pipe, body.block, otherwise);
  }

  private Block otherwise(BranchKind kind, Token by) {
    Type next = peek().type();
    if ((kind == BranchKind.IF && next == Type.IF)
        || (kind == BranchKind.WITH && next == Type.WITH)) {
      next();
      if (++nesting > MAX_NESTING) {
        throw new GoError("more than %d levels of nesting".formatted(MAX_NESTING));
      }
      Block block = new Block(by.position(), List.of(control(kind)));
      nesting--;
      return block;
    }
    Closed otherwise = statements();
    if (otherwise.by.type() != Type.END) {
      throw new GoError("expected end; found {{else}}");
    }
    return otherwise.block;
  }

  private Node.Call block() {
    String context = "block clause";
    Token token = nextNonSpace();
    String template = templateName(token, context);
    Pipe pipe = pipeline(context, Type.RIGHT_DELIMITER);
    add(template, separately(context));
    return new Node.Call(token.position(), template, pipe);
  }

  private Node.Call call() {
    String context = "template clause";
    Token token = nextNonSpace();
    String template = templateName(token, context);
    Token after = nextNonSpace();
    if (after.type() == Type.RIGHT_DELIMITER) {
      return new Node.Call(token.position(), template, null);
    }
    pushedBack.push(after);
    return new Node.Call(token.position(), template, pipeline(context, Type.RIGHT_DELIMITER));
  }

  private String templateName(Token token, String context) {
    if (token.type() != Type.STRING && token.type() != Type.RAW_STRING) {
      throw unexpected(token, context);
    }
    return Quoting.unquote(token.text());
  }

  private Pipe pipeline(String context, Type end) {
    int position = peekNonSpace().position();
    List<Node.Variable> declared = new ArrayList<>();
    boolean assigns = declarations(context, declared);
    List<Command> commands = new ArrayList<>();
    while (true) {
      Token token = nextNonSpace();
      if (token.type() == end) {
        checkPipeline(commands, context);
        return new Pipe(position, assigns, declared, commands);
      }
      if (!startsTerm(token.type())) {
        throw unexpected(token, context);
      }
      pushedBack.push(token);
      commands.add(command());
    }
  }

  /** Reads {@code $x :=}, {@code $x =} or {@code $i, $x :=}; whether it assigns. */
  private boolean declarations(String context, List<Node.Variable> declared) {
    while (peekNonSpace().type() == Type.VARIABLE) {
      Token variable = next();
      Token after = peek();
      Token next = peekNonSpace();
      if (next.type() == Type.ASSIGN || next.type() == Type.DECLARE) {
        nextNonSpace();
        declare(variable, declared);
        return next.type() == Type.ASSIGN;
      }
      if (next.type() != Type.CHAR || !next.text().equals(",")) {
        if (after.type() == Type.SPACE) {
          pushedBack.push(after);
        }
        pushedBack.push(variable);
        return false;
      }
      nextNonSpace();
      declare(variable, declared);
      if (!context.equals("range") || declared.size() >= 2) {
        throw new GoError("too many declarations in " + context);
      }
      switch (peekNonSpace().type()) {
        case VARIABLE, RIGHT_DELIMITER, RIGHT_PARENTHESIS -> {}
        default -> throw new GoError("range can only initialize variables");
      }
    }
    return false;
  }

  private void declare(Token variable, List<Node.Variable> declared) {
    declared.add(new Node.Variable(variable.position(), names(variable.text())));
    variables.add(variable.text());
  }

  private static boolean startsTerm(Type type) {
    return switch (type) {
      case BOOL,
          CHAR_CONSTANT,
          COMPLEX,
          DOT,
          FIELD,
          IDENTIFIER,
          NUMBER,
          NIL,
          RAW_STRING,
          STRING,
          VARIABLE,
          LEFT_PARENTHESIS ->
          true;
      default -> false;
    };
  }

  private static void checkPipeline(List<Command> commands, String context) {
    if (commands.isEmpty()) {
      throw new GoError("missing value for " + context);
    }
    for (int stage = 1; stage < commands.size(); stage++) {
      switch (commands.get(stage).terms().getFirst()) {
        case Node.BoolConstant _, Node.Dot _, Node.NilConstant _ -> throw notExecutable(stage);
        case Node.NumberConstant _, Node.StringConstant _ -> throw notExecutable(stage);
        case Node.Identifier _, Node.Variable _, Node.Field _, Node.Chain _, Node.Pipe _ -> {}
      }
    }
  }

  private static GoError notExecutable(int stage) {
    return new GoError("non executable command in pipeline stage " + (stage + 1));
  }

  private Command command() {
    int position = peekNonSpace().position();
    List<Term> terms = new ArrayList<>();
    while (true) {
      peekNonSpace();
      @Nullable Term operand = operand();
      if (operand != null) {
        terms.add(operand);
      }
      Token token = next();
      switch (token.type()) {
        case SPACE -> {
          continue;
        }
        case RIGHT_DELIMITER, RIGHT_PARENTHESIS -> pushedBack.push(token);
        case PIPE -> {}
        default -> throw unexpected(token, "operand");
      }
      if (terms.isEmpty()) {
        throw new GoError("empty command");
      }
      return new Command(position, terms);
    }
  }

  private @Nullable Term operand() {
    @Nullable Term term = term();
    if (term == null || peek().type() != Type.FIELD) {
      return term;
    }
    int position = peek().position();
    List<String> fields = new ArrayList<>();
    while (peek().type() == Type.FIELD) {
      fields.add(next().text().substring(1));
    }
    return switch (term) {
      case Node.Field(_, List<String> names) -> new Node.Field(position, joined(names, fields));
      case Node.Variable(_, List<String> names) ->
          new Node.Variable(position, joined(names, fields));
      case Node.BoolConstant _, Node.StringConstant _, Node.NumberConstant _ ->
          throw noFields(term);
      case Node.NilConstant _, Node.Dot _ -> throw noFields(term);
      case Node.Identifier _, Node.Chain _, Node.Pipe _ -> new Node.Chain(position, term, fields);
    };
  }

  private static GoError noFields(Term term) {
    return new GoError("unexpected . after term " + Quoting.quote(term.text()));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private @Nullable Term term() {
    Token token = nextNonSpace();
    int position = token.position();
    return switch (token.type()) {
      case IDENTIFIER -> identifier(token);
      case DOT -> new Node.Dot(position);
      case NIL -> new Node.NilConstant(position);
      case VARIABLE -> variable(token);
      case FIELD -> new Node.Field(position, names(token.text().substring(1)));
      case BOOL -> new Node.BoolConstant(position, token.text().equals("true"));
      case CHAR_CONSTANT ->
          new Node.NumberConstant(
              position, token.text(), GoNumber.ofRune(Quoting.unquoteRune(token.text())));
      case COMPLEX, NUMBER ->
          new Node.NumberConstant(position, token.text(), GoNumber.parse(token.text()));
      case LEFT_PARENTHESIS -> parenthesized();
      case STRING, RAW_STRING ->
          new Node.StringConstant(position, token.text(), Quoting.unquote(token.text()));
      default -> {
        pushedBack.push(token);
        yield null;
      }
    };
  }

  private Term identifier(Token token) {
    if (!functions.test(token.text())) {
      throw new GoError("function %s not defined".formatted(Quoting.quote(token.text())));
    }
    return new Node.Identifier(token.position(), token.text());
  }

  private Term variable(Token token) {
    List<String> names = names(token.text());
    if (!variables.contains(names.getFirst())) {
      throw new GoError("undefined variable " + Quoting.quote(names.getFirst()));
    }
    return new Node.Variable(token.position(), names);
  }

  private Term parenthesized() {
    if (++nesting > MAX_NESTING) {
      throw new GoError("max expression depth exceeded");
    }
    Pipe pipe = pipeline("parenthesized pipeline", Type.RIGHT_PARENTHESIS);
    nesting--;
    return pipe;
  }

  private static List<String> names(String dotted) {
    return Arrays.asList(dotted.split("\\.", -1));
  }

  private Token expect(Type type, String context) {
    Token token = nextNonSpace();
    if (token.type() != type) {
      throw unexpected(token, context);
    }
    return token;
  }

  private GoError unexpected(Token token, String context) {
    if (token.type() != Type.ERROR) {
      return new GoError("unexpected %s in %s".formatted(token.describe(), context));
    }
    String started = "";
    if (actionLine != 0 && actionLine != token.line()) {
      started =
          (token.text().endsWith(" action") ? "" : " in action")
              + " started at %s:%d".formatted(name, actionLine);
    }
    return new GoError(token.describe() + started);
  }

  private Token next() {
    if (!pushedBack.isEmpty()) {
      return pushedBack.pop();
    }
    lastRead = lexer.next();
    return lastRead;
  }

  private Token peek() {
    if (pushedBack.isEmpty()) {
      pushedBack.push(next());
    }
    return pushedBack.getFirst();
  }

  private Token nextNonSpace() {
    Token token = next();
    while (token.type() == Type.SPACE) {
      token = next();
    }
    return token;
  }

  private Token peekNonSpace() {
    Token token = nextNonSpace();
    pushedBack.push(token);
    return token;
  }
}
