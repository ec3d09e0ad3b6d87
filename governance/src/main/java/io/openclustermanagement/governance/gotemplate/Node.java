package io.openclustermanagement.governance.gotemplate;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node of a parsed template. Its text is Go's own, which messages quote. */
sealed interface Node {
  /** Where it begins in the text of the template. */
  int position();

  /** The source in Go's normal form. */
  String text();

  /** What prints or controls. */
  sealed interface Statement extends Node {}

  /** What has a value and can be an argument. */
  sealed interface Term extends Node {}

  record Block(int position, List<Statement> statements) implements Node {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public String text() {
      return statements.stream().map(Node::text).collect(Collectors.joining());
    }
  }

  record Plain(int position, String value) implements Statement {
    @Override
    public String text() {
      return value;
    }
  }

  record Action(int position, Pipe pipe) implements Statement {
    @Override
    public String text() {
      return "{{" + pipe.text() + "}}";
    }
  }

  enum BranchKind {
    IF,
    WITH,
    RANGE
  }

  record Branch(BranchKind kind, int position, Pipe pipe, Block body, @Nullable Block otherwise)
      implements Statement {
    @Override
    public String text() {
      return "{{%s %s}}%s%s{{end}}"
          .formatted(
              kind.name().toLowerCase(java.util.Locale.ROOT),
              pipe.text(),
              body.text(),
              otherwise == null ? "" : "{{else}}" + otherwise.text());
    }
  }

  record Break(int position) implements Statement {
    @Override
    public String text() {
      return "{{break}}";
    }
  }

  record Continue(int position) implements Statement {
    @Override
    public String text() {
      return "{{continue}}";
    }
  }

  record Call(int position, String name, @Nullable Pipe pipe) implements Statement {
    @Override
    public String text() {
      return "{{template " + Quoting.quote(name) + (pipe == null ? "" : " " + pipe.text()) + "}}";
    }
  }

  record Pipe(int position, boolean assigns, List<Variable> variables, List<Command> commands)
      implements Term {
    public Pipe {
      variables = List.copyOf(variables);
      commands = List.copyOf(commands);
    }

    @Override
    public String text() {
      String value = commands.stream().map(Node::text).collect(Collectors.joining(" | "));
      return variables.isEmpty()
          ? value
          : variables.stream().map(Node::text).collect(Collectors.joining(", "))
              + (assigns ? " = " : " := ")
              + value;
    }
  }

  record Command(int position, List<Term> terms) implements Node {
    public Command {
      terms = List.copyOf(terms);
    }

    @Override
    public String text() {
      return terms.stream().map(Node::argument).collect(Collectors.joining(" "));
    }
  }

  record Identifier(int position, String name) implements Term {
    @Override
    public String text() {
      return name;
    }
  }

  record Variable(int position, List<String> names) implements Term {
    public Variable {
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return String.join(".", names);
    }
  }

  record Field(int position, List<String> names) implements Term {
    public Field {
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return "." + String.join(".", names);
    }
  }

  record Chain(int position, Term of, List<String> names) implements Term {
    public Chain {
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return argument(of) + "." + String.join(".", names);
    }
  }

  record Dot(int position) implements Term {
    @Override
    public String text() {
      return ".";
    }
  }

  record NilConstant(int position) implements Term {
    @Override
    public String text() {
      return "nil";
    }
  }

  record BoolConstant(int position, boolean value) implements Term {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  record StringConstant(int position, String text, String value) implements Term {}

  record NumberConstant(int position, String text, GoNumber number) implements Term {}

  private static String argument(Term term) {
    return term instanceof Pipe ? "(" + term.text() + ")" : term.text();
  }
}
