package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Property;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Kubernetes accepts as the key and the value of a label. */
public final class Labels {

  private static final int MAX_NAME = 63;
  private static final int MAX_PREFIX = 253;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");

  private Labels() {}

  static Optional<String> keyProblem(Property property) {
    return property instanceof Property.Label(String key) ? keyProblem(key) : Optional.empty();
  }

  /** Why a text cannot be the key of a label; empty if it can. */
  public static Optional<String> keyProblem(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    String prefix = slash < 0 ? "" : key.substring(0, slash);
    if (slash >= 0 && (prefix.length() > MAX_PREFIX || !PREFIX.matcher(prefix).matches())) {
      return Optional.of("what stands before `/` is no DNS name");
    }
    if (name.length() > MAX_NAME) {
      return Optional.of("a key has at most 63 characters");
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("a key has letters, digits, `-`, `_` and `.` only");
  }

  /** Why a text cannot be the value of a label; empty if it can. */
  public static Optional<String> valueProblem(String value) {
    if (value.length() > MAX_NAME) {
      return Optional.of("a value has at most 63 characters");
    }
    return value.isEmpty() || NAME.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("a value has letters, digits, `-`, `_` and `.` only");
  }
}
