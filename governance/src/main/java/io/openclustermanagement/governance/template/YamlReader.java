package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoBytes;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoNumbers;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML as gopkg.in/yaml.v3 does into a value of any type, with its words for errors. */
final class YamlReader {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ALIASED = 100_000;

  private final ParserImpl parser;
  private final Map<String, Read> anchors = new HashMap<>();
  private final List<String> duplicates = new ArrayList<>();
  private int aliased;

  /** A value and how many values it is made of. */
  private record Read(GoValue value, int size) {}

  private YamlReader(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /**
   * The value of the first document.
   *
   * @throws GoError if it is not YAML, or has a key that is no text
   */
  static GoValue read(String text) {
    try {
      YamlReader reader = new YamlReader(text);
      GoValue value = reader.document();
      if (!reader.duplicates.isEmpty()) {
        throw new GoError("yaml: unmarshal errors:\n  " + String.join("\n  ", reader.duplicates));
      }
      return value;
    } catch (MarkedYAMLException e) {
      throw new GoError("yaml: " + YamlMessages.of(e));
    } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new GoError("yaml: control characters are not allowed");
    }
  }

  private GoValue document() {
    parser.getEvent();
    if (parser.peekEvent().is(Event.ID.StreamEnd)) {
      return GoValue.NIL;
    }
    parser.getEvent();
    return node(0).value;
  }

  private Read node(int depth) {
    if (depth > MAX_DEPTH) {
      throw new GoError("yaml: exceeded max depth of %d".formatted(MAX_DEPTH));
    }
    Event event = parser.getEvent();
    if (event instanceof AliasEvent alias) {
      return alias(alias.getAnchor());
    }
    Read read =
        switch (event) {
          case SequenceStartEvent _ -> list(depth);
          case MappingStartEvent _ -> map(depth);
          default -> new Read(scalar((ScalarEvent) event), 1);
        };
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, read);
    }
    return read;
  }

  private Read alias(String name) {
    Read read = anchors.get(name);
    if (read == null) {
      throw new GoError("yaml: unknown anchor '%s' referenced".formatted(name));
    }
    aliased += read.size;
    if (aliased > MAX_ALIASED) {
      throw new GoError("yaml: document contains excessive aliasing");
    }
    return read;
  }

  private Read list(int depth) {
    List<GoValue> items = new ArrayList<>();
    int size = 1;
    while (!parser.peekEvent().is(Event.ID.SequenceEnd)) {
      Read item = node(depth + 1);
      items.add(item.value);
      size += item.size;
    }
    parser.getEvent();
    return new Read(GoValue.Sequence.of(items), size);
  }

  private Read map(int depth) {
    Map<String, GoValue> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    List<GoValue> merged = new ArrayList<>();
    boolean odd = false;
    int size = 1;
    while (!parser.peekEvent().is(Event.ID.MappingEnd)) {
      Event at = parser.peekEvent();
      boolean merge = isMerge(at);
      GoValue key = node(depth + 1).value;
      Read value = node(depth + 1);
      size += value.size;
      if (merge) {
        merged.add(value.value);
      } else if (key instanceof GoValue.Text(String name)) {
        int line = at.getStartMark() == null ? 0 : at.getStartMark().getLine() + 1;
        entry(name, value.value, line, entries, lines);
      } else {
        odd = true;
      }
    }
    parser.getEvent();
    merged.forEach(each -> merge(each, entries));
    if (odd) {
      throw new GoError("json: unsupported type: map[interface {}]interface {}");
    }
    return new Read(GoValue.Mapping.of(entries), size);
  }

  private void entry(
      String name,
      GoValue value,
      int line,
      Map<String, GoValue> entries,
      Map<String, Integer> lines) {
    Integer before = lines.putIfAbsent(name, line);
    if (before != null) {
      duplicates.add(
          "line %d: mapping key %s already defined at line %d"
              .formatted(line, "\"" + name + "\"", before));
    }
    entries.put(name, value);
  }

  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals("<<")
        && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private static void merge(GoValue from, Map<String, GoValue> into) {
    switch (from) {
      case GoValue.Mapping map -> map.entries().forEach(into::putIfAbsent);
      case GoValue.Sequence list -> list.items().forEach(each -> merge(each, into));
      default -> throw new GoError("yaml: map merge requires map or sequence of maps as the value");
    }
  }

  private static GoValue scalar(ScalarEvent event) {
    String value = event.getValue();
    @Nullable String tag = event.getTag();
    if (tag == null || tag.equals("!")) {
      return event.getScalarStyle() == ScalarStyle.PLAIN && tag == null
          ? YamlScalar.of(value)
          : new GoValue.Text(value);
    }
    return tagged(value, tag);
  }

  private static GoValue tagged(String value, String tag) {
    return switch (tag) {
      case "tag:yaml.org,2002:str" -> new GoValue.Text(value);
      case "tag:yaml.org,2002:binary" -> binary(value);
      case "tag:yaml.org,2002:float" ->
          GoNumbers.decimal(value).<GoValue>map(GoValue.Decimal::new).orElse(YamlScalar.of(value));
      default -> YamlScalar.of(value);
    };
  }

  private static GoValue binary(String value) {
    try {
      return new GoValue.Text(GoBytes.text(Base64.getMimeDecoder().decode(value)));
    } catch (IllegalArgumentException e) {
      throw new GoError("yaml: !!binary value contains invalid base64 data");
    }
  }
}
