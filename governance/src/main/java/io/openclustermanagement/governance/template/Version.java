package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version ({@code github.com/Masterminds/semver/v3}), of which minor and patch may be missing.
 *
 * @param original as it was written
 */
record Version(
    long major, long minor, long patch, String prerelease, String metadata, String original)
    implements GoValue.Instance {
  static final String PATTERN =
      "v?([0-9]+)(\\.[0-9]+)?(\\.[0-9]+)?"
          + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?"
          + "(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
  private static final Pattern VERSION = Pattern.compile(PATTERN);

  /**
   * The version of a text.
   *
   * @throws GoError if it is none
   */
  static Version parse(String text) {
    Matcher parts = VERSION.matcher(text);
    if (text.length() > 256 || !parts.matches()) {
      throw new GoError("Invalid Semantic Version");
    }
    String prerelease = Optional.ofNullable(parts.group(5)).orElse("");
    for (String part : prerelease.split("\\.")) {
      if (part.length() > 1 && part.startsWith("0") && part.chars().allMatch(Character::isDigit)) {
        throw new GoError("Version segment starts with 0");
      }
    }
    return new Version(
        number(parts.group(1)),
        number(parts.group(2)),
        number(parts.group(3)),
        prerelease,
        Optional.ofNullable(parts.group(8)).orElse(""),
        text);
  }

  private static long number(@org.jspecify.annotations.Nullable String part) {
    if (part == null) {
      return 0;
    }
    String digits = part.startsWith(".") ? part.substring(1) : part;
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new GoError(
          "Error parsing version segment: strconv.ParseUint: parsing \"%s\": value out of range"
              .formatted(digits));
    }
  }

  @Override
  public GoType type() {
    return GoType.VERSION;
  }

  @Override
  public String print() {
    return "%d.%d.%d%s%s"
        .formatted(
            major,
            minor,
            patch,
            prerelease.isEmpty() ? "" : "-" + prerelease,
            metadata.isEmpty() ? "" : "+" + metadata);
  }

  @Override
  public Optional<GoFunction> method(String name) {
    return switch (name) {
      case "Major" -> constant(name, new GoValue.Int(major, UINT64));
      case "Minor" -> constant(name, new GoValue.Int(minor, UINT64));
      case "Patch" -> constant(name, new GoValue.Int(patch, UINT64));
      case "Prerelease" -> constant(name, Conversions.of(prerelease));
      case "Metadata" -> constant(name, Conversions.of(metadata));
      case "Original" -> constant(name, Conversions.of(original));
      case "String" -> constant(name, Conversions.of(print()));
      case "Compare" -> Optional.of(comparing(name));
      case "Equal", "LessThan", "GreaterThan", "LessThanEqual", "GreaterThanEqual" ->
          Optional.of(comparing(name));
      default -> Optional.empty();
    };
  }

  private static final GoType UINT64 = new GoType("uint64", GoType.Kind.UINT, null);

  private static Optional<GoFunction> constant(String name, GoValue value) {
    return Optional.of(GoFunction.of(name, _ -> value));
  }

  private GoFunction comparing(String name) {
    return GoFunction.of(name, call -> compared(name, call), GoType.VERSION);
  }

  private GoValue compared(String name, Arguments call) {
    if (!(call.value(0) instanceof Version other)) {
      throw new GoError("runtime error: invalid memory address or nil pointer dereference");
    }
    int order = compare(other);
    return switch (name) {
      case "Compare" -> GoValue.Int.of(order);
      case "Equal" -> Conversions.of(order == 0);
      case "LessThan" -> Conversions.of(order < 0);
      case "GreaterThan" -> Conversions.of(order > 0);
      case "LessThanEqual" -> Conversions.of(order <= 0);
      default -> Conversions.of(order >= 0);
    };
  }

  /** The order of versions, in which metadata has no part. */
  int compare(Version other) {
    int order = Long.compare(major, other.major);
    order = order == 0 ? Long.compare(minor, other.minor) : order;
    order = order == 0 ? Long.compare(patch, other.patch) : order;
    return order == 0 ? comparePrerelease(prerelease, other.prerelease) : order;
  }

  static int comparePrerelease(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? 1 : -1;
    }
    String[] parts = one.split("\\.");
    String[] others = other.split("\\.");
    for (int i = 0; i < Math.max(parts.length, others.length); i++) {
      if (i >= parts.length || i >= others.length) {
        return i >= parts.length ? -1 : 1;
      }
      int order = comparePart(parts[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int comparePart(String one, String other) {
    boolean number = one.matches("[0-9]{1,18}");
    boolean otherNumber = other.matches("[0-9]{1,18}");
    if (number && otherNumber) {
      return Long.compare(Long.parseLong(one), Long.parseLong(other));
    }
    return number == otherNumber ? Integer.signum(one.compareTo(other)) : number ? -1 : 1;
  }
}
