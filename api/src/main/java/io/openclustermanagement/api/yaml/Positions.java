package io.openclustermanagement.api.yaml;

import io.openclustermanagement.api.schema.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of an object stand in its file, by JSON pointer (RFC 6901).
 *
 * <p>Kept for a large fleet, the places of all values would take more memory than the values. So
 * only the place of the object is kept, and the part of the text is read again when someone asks.
 */
public final class Positions {
  private final SourceText source;
  private final int start;
  private final int end;
  private @Nullable YamlNode node;

  /**
   * @param root the object
   * @param keep whether to keep the nodes, because the part of the text cannot be read alone
   */
  Positions(SourceText source, YamlNode root, boolean keep) {
    this.source = source;
    this.start = root.start();
    this.end = root.end();
    this.node = keep ? root : null;
  }

  /** The first line of the object. */
  public Position root() {
    return source.firstLine(start, end);
  }

  /** Where a value stands; {@code null} if the text does not have it. */
  public @Nullable Position value(String pointer) {
    Found found = find(pointer);
    return found == null ? null : place(found.value());
  }

  /** Where the key of a value stands, or the item if it has no key. */
  public @Nullable Position key(String pointer) {
    Found found = find(pointer);
    if (found == null) {
      return null;
    }
    YamlNode.Scalar key = found.key();
    return key == null ? place(found.value()) : source.position(key.start(), key.end());
  }

  /** Where a value stands, or else the nearest value that would hold it. */
  public Position nearest(String pointer) {
    String shorter = pointer;
    while (!shorter.isEmpty()) {
      Position position = value(shorter);
      if (position != null) {
        return position;
      }
      shorter = shorter.substring(0, Math.max(0, shorter.lastIndexOf('/')));
    }
    return root();
  }

  private record Found(YamlNode.@Nullable Scalar key, YamlNode value) {}

  private @Nullable Found find(String pointer) {
    Found found = new Found(null, node());
    if (pointer.isEmpty()) {
      return found;
    }
    for (String token : pointer.substring(1).split("/", -1)) {
      found = step(found.value(), token.replace("~1", "/").replace("~0", "~"));
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  private static @Nullable Found step(YamlNode node, String token) {
    return switch (node) {
      case YamlNode.Mapping map -> {
        for (YamlNode.Entry entry : map.entries()) {
          if (entry.name().equals(token)) {
            yield new Found(entry.key(), entry.value());
          }
        }
        yield null;
      }
      case YamlNode.Sequence list -> {
        int index = index(token);
        yield index >= 0 && index < list.items().size()
            ? new Found(null, list.items().get(index))
            : null;
      }
      case YamlNode.Scalar scalar -> null;
    };
  }

  private static int index(String token) {
    boolean number = !token.isEmpty() && token.length() < 10;
    for (int i = 0; i < token.length(); i++) {
      number &= token.charAt(i) >= '0' && token.charAt(i) <= '9';
    }
    return number ? Integer.parseInt(token) : -1;
  }

  private Position place(YamlNode value) {
    return source.firstLine(value.start(), value.end());
  }

  private YamlNode node() {
    YamlNode read = node;
    if (read == null) {
      read = source.readAgain(start, end);
      node = read;
    }
    return read;
  }
}
