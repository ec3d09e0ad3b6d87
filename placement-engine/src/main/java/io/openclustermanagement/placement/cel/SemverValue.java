package io.openclustermanagement.placement.cel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version ({@code kubernetes.Semver}, over {@code blang/semver}). Build metadata takes
 * no part in the order or in equality.
 *
 * @param major as an unsigned number, like the next two
 * @param preRelease identifiers; a number is a {@code Long} read as unsigned, the others a string
 * @param build identifiers of the build metadata
 */
record SemverValue(long major, long minor, long patch, List<Object> preRelease, List<String> build)
    implements OpaqueValue, Comparable<SemverValue> {

  /** A version or an {@link EvaluationError}. */
  static Object parse(String text) {
    if (text.isEmpty()) {
      return new EvaluationError("Version string empty");
    }
    String[] parts = text.split("\\.", 3);
    if (parts.length != 3) {
      return new EvaluationError("No Major.Minor.Patch elements found");
    }
    String patch = parts[2];
    int plus = patch.indexOf('+');
    List<String> build = plus < 0 ? List.of() : split(patch.substring(plus + 1));
    patch = plus < 0 ? patch : patch.substring(0, plus);
    int dash = patch.indexOf('-');
    List<String> preRelease = dash < 0 ? List.of() : split(patch.substring(dash + 1));
    patch = dash < 0 ? patch : patch.substring(0, dash);
    return assemble(number(parts[0]), number(parts[1]), number(patch), preRelease, build, text);
  }

  private static List<String> split(String identifiers) {
    return List.of(identifiers.split("\\.", -1));
  }

  private static Object assemble(
      @Nullable Long major,
      @Nullable Long minor,
      @Nullable Long patch,
      List<String> preRelease,
      List<String> build,
      String text) {
    List<Object> identifiers = preReleaseIdentifiers(preRelease);
    boolean validBuild = build.stream().allMatch(SemverValue::isIdentifier);
    if (major == null || minor == null || patch == null || identifiers == null || !validBuild) {
      return new EvaluationError("invalid semantic version \"%s\"".formatted(text));
    }
    return new SemverValue(major, minor, patch, identifiers, build);
  }

  private static @Nullable List<Object> preReleaseIdentifiers(List<String> texts) {
    List<Object> identifiers = new ArrayList<>();
    for (String text : texts) {
      boolean numeric = !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
      Object identifier = numeric ? number(text) : isIdentifier(text) ? text : null;
      if (identifier == null) {
        return null;
      }
      identifiers.add(identifier);
    }
    return identifiers;
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private static @Nullable Long number(String text) {
    boolean digits = text.chars().allMatch(c -> isDigit((char) c));
    if (!digits || text.isEmpty() || (text.length() > 1 && text.startsWith("0"))) {
      return null;
    }
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(SemverValue other) {
    int core = Long.compareUnsigned(major, other.major);
    core = core != 0 ? core : Long.compareUnsigned(minor, other.minor);
    core = core != 0 ? core : Long.compareUnsigned(patch, other.patch);
    return Integer.signum(core != 0 ? core : comparePreRelease(other));
  }

  private int comparePreRelease(SemverValue other) {
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    int common = Math.min(preRelease.size(), other.preRelease.size());
    for (int i = 0; i < common; i++) {
      int order = compareIdentifiers(preRelease.get(i), other.preRelease.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  private static int compareIdentifiers(Object a, Object b) {
    if (a instanceof Long p) {
      return b instanceof Long q ? Long.compareUnsigned(p, q) : -1;
    }
    return b instanceof Long ? 1 : a.toString().compareTo(b.toString());
  }

  @Override
  public String typeName() {
    return "kubernetes.Semver";
  }

  @Override
  public Object equalTo(Object other) {
    return other instanceof SemverValue that
        ? (Object) (compareTo(that) == 0)
        : EvaluationError.NO_SUCH_OVERLOAD;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(Long.toUnsignedString(major)).append('.');
    text.append(Long.toUnsignedString(minor)).append('.').append(Long.toUnsignedString(patch));
    for (int i = 0; i < preRelease.size(); i++) {
      text.append(i == 0 ? '-' : '.').append(preRelease.get(i));
    }
    return build.isEmpty() ? text.toString() : text + "+" + String.join(".", build);
  }
}
