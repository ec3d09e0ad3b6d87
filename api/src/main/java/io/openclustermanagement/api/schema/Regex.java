package io.openclustermanagement.api.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a schema, compiled when it is first needed. The whole text has to match:
 * all patterns of Kubernetes schemas are anchored at both ends.
 */
public final class Regex {
  /** Longer than any text that a pattern allows; matching takes stack for each repetition. */
  private static final int LONGEST = 2_048;

  private final String source;
  private @Nullable Pattern compiled;

  Regex(String source) {
    if (!source.startsWith("^") || !source.endsWith("$")) {
      throw new IllegalArgumentException("not anchored: " + source);
    }
    this.source = source;
  }

  /** The expression as it stands in the schema. */
  public String source() {
    return source;
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    Pattern pattern = compiled;
    if (pattern == null) {
      pattern = Pattern.compile(source);
      compiled = pattern;
    }
    return pattern.matcher(text).matches();
  }

  @Override
  public String toString() {
    return source;
  }
}
