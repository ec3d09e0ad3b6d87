package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Problem.Kind;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in our words what the YAML parser stumbled over. */
final class SyntaxMessages {
  private static final String QUOTE = "Put the text in quotes.";
  private static final String INDENT = "Check the indentation of this line and those above.";

  private SyntaxMessages() {}

  /** A character that YAML forbids. */
  static Problem of(ReaderException e, SourceText source, int offset) {
    String name = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
    return Problem.of(
            Kind.YAML_ENCODING, "", "The character %s is not allowed in YAML.".formatted(name))
        .withHelp("Remove it, or write it as an escape in double quotes.")
        .withFound(name)
        .at(source.character(offset));
  }

  /** A mistake that has no words of its own. */
  static Problem unknown(Position position) {
    return Problem.of(Kind.YAML_SYNTAX, "", "This is not valid YAML.").at(position);
  }

  /** Double braces, which are no YAML. */
  static Problem template(Position position) {
    return syntax("This is a template, not YAML.", "Render the template first.").at(position);
  }

  /** A mistake of syntax. */
  static Problem of(MarkedYAMLException e, SourceText source, ToIntFunction<Mark> offsets) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext();
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    if (mark == null) {
      return unknown(source.character(source.text().length()));
    }
    int at = offsets.applyAsInt(mark);
    int opened = e.getContextMark() == null ? at : offsets.applyAsInt(e.getContextMark());
    Problem unclosed = unclosed(problem, context, source, at, opened);
    if (unclosed != null) {
      return unclosed;
    }
    if (problem.contains("(TAB)") || isTab(source, at)) {
      return Problem.of(Kind.YAML_TAB, "", "YAML does not indent with tabs.")
          .withHelp("Use spaces.")
          .at(source.character(at));
    }
    if (problem.startsWith("could not find expected ':'")) {
      return syntax("A `:` is missing after this key.", INDENT)
          .at(source.firstLine(opened, source.text().length()));
    }
    return words(problem, context, character(source, at)).at(source.character(at));
  }

  private static boolean isTab(SourceText source, int at) {
    return at < source.text().length() && source.text().charAt(at) == '\t';
  }

  private static String character(SourceText source, int at) {
    return at < source.text().length() ? source.text().substring(at, at + 1) : "";
  }

  /** Something that was opened and goes on to the end. */
  private static @Nullable Problem unclosed(
      String problem, String context, SourceText source, int at, int opened) {
    boolean end =
        problem.contains("end of stream")
            || problem.contains("document separator")
            || problem.contains("<stream end>")
            || source.text().startsWith("---", at)
            || at >= source.text().stripTrailing().length();
    if (!end) {
      return null;
    }
    if (context.contains("quoted scalar")) {
      return open("The quoted text that starts here is not closed.", "Add the closing quote.")
          .at(source.character(opened));
    } else if (context.contains("flow sequence")) {
      return open("The list that starts here is not closed.", "Add the closing `]`.")
          .at(source.character(opened));
    } else if (context.contains("flow mapping")) {
      return open("The map that starts here is not closed.", "Add the closing `}`.")
          .at(source.character(opened));
    } else if (problem.startsWith("could not find expected ':'")) {
      return syntax("A `:` is missing after this key.", "Check whether the file is cut off.")
          .at(source.firstLine(opened, source.text().length()));
    }
    return null;
  }

  private static Problem open(String message, String help) {
    return syntax(message, help);
  }

  private static Problem words(String problem, String context, String character) {
    if (problem.contains("cannot start any token")) {
      return syntax("A text cannot start with `%s`.".formatted(character), QUOTE);
    } else if (context.endsWith("an alias") || context.endsWith("an anchor")) {
      return syntax("This is neither an anchor nor an alias.", QUOTE);
    } else if (problem.startsWith("mapping values are not allowed")) {
      return syntax("A `:` cannot stand here.", "Quote a text with `: ` in it, and indent evenly.");
    } else if (problem.startsWith("sequence entries are not allowed")) {
      return syntax("A list item cannot start here.", "Put the list on a line of its own.");
    } else if (problem.startsWith("expected <block end>")) {
      return syntax("This does not fit into the map or list above.", INDENT);
    } else if (problem.startsWith("expected ',' or ']'")) {
      return syntax("A `,` or `]` is missing before this.", null);
    } else if (problem.startsWith("expected ',' or '}'")) {
      return syntax("A `,` or `}` is missing before this.", null);
    } else if (problem.startsWith("found unknown escape character")
        || context.contains("double-quoted scalar")) {
      return syntax("This is no escape that YAML knows.", "Double the backslash to mean itself.");
    } else if (problem.startsWith("expected the node content")) {
      return syntax("A value is missing here.", null);
    } else if (problem.startsWith("expected '<document start>'")) {
      return syntax("The document ends before this.", "Put `---` before the next document.");
    } else if (context.contains("block scalar")) {
      return syntax("This does not belong behind `|` or `>`.", "Put the text on the next line.");
    } else if (problem.contains("tag handle") || context.contains("tag")) {
      return syntax("This is no tag that YAML knows.", QUOTE);
    } else if (context.contains("directive")) {
      return syntax("This is no directive that YAML knows.", "Remove the line.");
    }
    return syntax("This is not valid YAML.", null);
  }

  private static Problem syntax(String message, @Nullable String help) {
    return Problem.of(Kind.YAML_SYNTAX, "", message).withHelp(help);
  }
}
