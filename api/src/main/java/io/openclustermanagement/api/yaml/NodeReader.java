package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import io.openclustermanagement.api.schema.Problem;
import io.openclustermanagement.api.schema.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the events of the YAML parser into nodes, within the {@link Limits}. */
final class NodeReader {
  private final SourceText source;
  private final Offsets offsets;
  private final Parser parser;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();
  private long aliased;

  /** The last offset that was asked for, about where the parser is. */
  private int reached;

  /**
   * @param source the file
   * @param text what to parse: a part of the file, or as many other characters
   * @param base the offset of the part in the file
   */
  NodeReader(SourceText source, String text, int base) {
    this.source = source;
    this.offsets = new Offsets(text, base);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /** Ends a document; the problem says why. */
  static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Stop(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  /** The next document, or {@code null} at the end of the text. */
  @Nullable YamlNode next() throws Stop {
    try {
      Event event = parser.getEvent();
      while (!event.is(Event.ID.DocumentStart)) {
        if (event.is(Event.ID.StreamEnd)) {
          return null;
        }
        event = parser.getEvent();
      }
      anchors.clear();
      aliased = 0;
      return node(parser.getEvent(), 0);
    } catch (MarkedYAMLException e) {
      throw new Stop(SyntaxMessages.of(e, source, this::offset));
    } catch (ReaderException e) {
      throw new Stop(SyntaxMessages.of(e, source, offsets.at(e.getPosition())));
    } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The parser lets those of Integer.parseInt and the like through, for broken escapes.
      throw new Stop(SyntaxMessages.unknown(source.character(reached)));
    }
  }

  /** Whether the document used aliases, so that a part of it cannot be read alone. */
  boolean usedAliases() {
    return aliased > 0;
  }

  private YamlNode node(Event event, int depth) throws Stop {
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      openAnchors.add(anchor);
    }
    YamlNode node = content(event, depth);
    if (anchor != null) {
      openAnchors.remove(anchor);
      anchors.put(anchor, node);
    }
    return node;
  }

  private YamlNode content(Event event, int depth) throws Stop {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (depth >= Limits.MAX_DEPTH) {
      throw new Stop(
          Problem.of(
                  Problem.Kind.YAML_NESTING,
                  "",
                  "Maps and lists are nested more than %d levels deep.".formatted(Limits.MAX_DEPTH))
              .at(source.character(offset(event.getStartMark()))));
    }
    return event instanceof MappingStartEvent start
        ? mapping(start, depth)
        : sequence((CollectionStartEvent) event, depth);
  }

  private YamlNode alias(AliasEvent alias) throws Stop {
    String name = alias.getAnchor();
    Position position = position(alias);
    if (openAnchors.contains(name)) {
      String message = "The alias `*%s` stands within the value it stands for.";
      throw new Stop(aliasProblem(message.formatted(Words.shorten(name)), position));
    }
    YamlNode node = anchors.get(name);
    if (node == null) {
      String message = "There is no anchor `&%s` above this alias.";
      throw new Stop(
          Problem.of(Problem.Kind.YAML_SYNTAX, "", message.formatted(Words.shorten(name)))
              .withHelp("Put the text in quotes if it is meant to start with `*`.")
              .withFound(name)
              .at(position));
    }
    aliased += node.weight();
    if (aliased > Limits.MAX_ALIASED) {
      String message = "The aliases of this document stand for more than %s values.";
      throw new Stop(aliasProblem(message.formatted(Words.number(Limits.MAX_ALIASED)), position));
    }
    return node;
  }

  private static Problem aliasProblem(String message, Position position) {
    return Problem.of(Problem.Kind.YAML_ALIASES, "", message)
        .withHelp("Write the values out.")
        .at(position);
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    boolean plain = event.isPlain();
    String tag = event.getTag();
    return new YamlNode.Scalar(
        event.getValue(),
        plain,
        "!".equals(tag) ? "tag:yaml.org,2002:str" : tag,
        offset(event.getStartMark()),
        offset(event.getEndMark()));
  }

  private YamlNode sequence(CollectionStartEvent start, int depth) throws Stop {
    List<YamlNode> items = new ArrayList<>();
    int weight = 1;
    Event event = parser.getEvent();
    while (!event.is(Event.ID.SequenceEnd)) {
      YamlNode item = node(event, depth + 1);
      items.add(item);
      weight += item.weight();
      event = parser.getEvent();
    }
    int first = offset(start.getStartMark());
    int last = items.isEmpty() ? first : items.getLast().end();
    return new YamlNode.Sequence(items, first, end(start, event, last), weight);
  }

  private YamlNode mapping(MappingStartEvent start, int depth) throws Stop {
    List<YamlNode.Entry> entries = new ArrayList<>();
    List<YamlNode> merged = new ArrayList<>();
    int weight = 1;
    int last = offset(start.getStartMark());
    Event event = parser.getEvent();
    while (!event.is(Event.ID.MappingEnd)) {
      YamlNode.Scalar key = key(event);
      YamlNode value = node(parser.getEvent(), depth + 1);
      if (key.plain() && key.text().equals("<<") && !(value instanceof YamlNode.Scalar)) {
        merged.add(value);
      } else {
        entries.add(new YamlNode.Entry(name(key), key, value));
      }
      weight += 1 + value.weight();
      last = Math.max(value.end(), key.end());
      event = parser.getEvent();
    }
    for (YamlNode node : merged) {
      merge(node, entries);
    }
    return new YamlNode.Mapping(
        entries, offset(start.getStartMark()), end(start, event, last), weight);
  }

  private YamlNode.Scalar key(Event event) throws Stop {
    boolean small = event instanceof ScalarEvent || event instanceof AliasEvent;
    if (small
        && node(event, Limits.MAX_DEPTH) instanceof YamlNode.Scalar key
        && Scalars.value(key) != Scalars.NULL) {
      return key;
    }
    int start = offset(event.getStartMark());
    if (source.text().startsWith("{{", start - 1)) {
      throw new Stop(SyntaxMessages.template(source.character(start)));
    }
    String what = event instanceof ScalarEvent ? "empty" : "a map or a list";
    throw new Stop(
        Problem.of(Problem.Kind.YAML_SYNTAX, "", "A key is a text; this one is " + what + ".")
            .withHelp("Put text that starts with `{`, `[` or `?` in quotes.")
            .at(source.character(start)));
  }

  /** A key as JSON has it: numbers and booleans become texts. */
  private static String name(YamlNode.Scalar key) {
    Object value = Scalars.value(key);
    return value instanceof Double number ? JsonWriter.number(number) : value.toString();
  }

  private static void merge(YamlNode from, List<YamlNode.Entry> entries) {
    if (from instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> merge(item, entries));
    } else if (from instanceof YamlNode.Mapping map) {
      Set<String> names = new HashSet<>();
      entries.forEach(entry -> names.add(entry.name()));
      map.entries().stream().filter(entry -> names.add(entry.name())).forEach(entries::add);
    }
  }

  /** Block collections end with their last value, not where the parser noticed it. */
  private int end(CollectionStartEvent start, Event end, int last) {
    return start.isFlow() ? offset(end.getEndMark()) : last;
  }

  private Position position(Event event) {
    return source.position(offset(event.getStartMark()), offset(event.getEndMark()));
  }

  private int offset(Mark mark) {
    reached = offsets.at(mark.getIndex());
    return reached;
  }
}
