package io.openclustermanagement.api.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a document with its offsets; an aliased value is the same node in several places. */
sealed interface YamlNode {
  /** Offset of the first character. */
  int start();

  /** Offset behind the last character. */
  int end();

  /** How many values it stands for, itself included. */
  int weight();

  /**
   * A scalar.
   *
   * @param text its text without quotes and escapes
   * @param plain whether it is written without quotes, so that it need not be a text
   * @param tag an explicit tag such as {@code tag:yaml.org,2002:str}
   */
  record Scalar(String text, boolean plain, @Nullable String tag, int start, int end)
      implements YamlNode {
    @Override
    public int weight() {
      return 1;
    }
  }

  /** A map, with merged entries behind its own. */
  record Mapping(List<Entry> entries, int start, int end, int weight) implements YamlNode {
    /** The value of a key. */
    @Nullable YamlNode get(String key) {
      for (Entry entry : entries) {
        if (entry.name().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, int start, int end, int weight) implements YamlNode {}

  /**
   * An entry of a map.
   *
   * @param name the key as JSON has it, a text
   * @param key where the key stands
   * @param value the value
   */
  record Entry(String name, Scalar key, YamlNode value) {}
}
