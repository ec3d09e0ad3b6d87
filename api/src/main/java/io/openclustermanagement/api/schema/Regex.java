package io.openclustermanagement.api.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a schema, compiled when it is first needed. As with API servers, it is
 * searched in the text, so that only its anchors make it match the whole.
 */
public final class Regex {
  private final String source;
  private @Nullable Pattern compiled;

  Regex(String source) {
    if (!source.startsWith("^")) {
      throw new IllegalArgumentException("not anchored: " + source);
    }
    this.source = source;
  }

  /** The expression as it stands in the schema. */
  public String source() {
    return source;
  }

  /** Whether the text matches. */
  public boolean matches(String text) {
    if (text.length() > Patterns.longest(source)) {
      return false;
    }
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(java(source));
      compiled = pattern;
    }
    return pattern.matcher(text).find();
  }

  /** In Go, {@code $} is the end of the text; in Java, it is also before a last line break. */
  private static String java(String source) {
    return source.endsWith("$") ? source.substring(0, source.length() - 1) + "\\z" : source;
  }

  @Override
  public String toString() {
    return source;
  }
}
