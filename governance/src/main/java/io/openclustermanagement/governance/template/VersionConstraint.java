package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A constraint on versions such as {@code >= 1.2, < 2 || ^3.1} (semver v3). */
final class VersionConstraint {
  private static final String VERSION =
      "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?"
          + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?"
          + "(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
  private static final String OPERATORS = "(=|!=|>=|=>|<=|=<|~>|>|<|~|\\^|)";
  private static final Pattern TERM = Pattern.compile(OPERATORS + "\\s*(" + VERSION + ")");
  private static final Pattern ALL =
      Pattern.compile(
          "\\s*%1$s\\s*%2$s\\s*((?:\\s+|,\\s*)%1$s\\s*%2$s\\s*)*"
              .formatted(OPERATORS, VERSION.replace("(", "(?:"))
              .replace("(?:?:", "(?:"));
  private static final Pattern RANGE =
      Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");

  private final List<List<Term>> alternatives;

  private VersionConstraint(List<List<Term>> alternatives) {
    this.alternatives = alternatives;
  }

  /** One comparison; what was left out or a wildcard is 0 in the version. */
  private record Term(
      String operator, Version version, boolean dirty, boolean minorDirty, boolean patchDirty) {}

  /**
   * Reads a constraint.
   *
   * @throws GoError if it is none
   */
  static VersionConstraint parse(String text) {
    List<List<Term>> alternatives = new ArrayList<>();
    for (String alternative : ranges(text).split("\\|\\|", -1)) {
      if (!ALL.matcher(alternative).matches()) {
        throw new GoError("improper constraint: " + alternative);
      }
      Matcher terms = TERM.matcher(alternative);
      List<Term> all = new ArrayList<>();
      while (terms.find()) {
        all.add(term(terms));
      }
      alternatives.add(all);
    }
    return new VersionConstraint(alternatives);
  }

  private static String ranges(String text) {
    return RANGE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    ">= %s, <= %s ".formatted(match.group(1), match.group(11))));
  }

  private static Term term(Matcher match) {
    String major = match.group(3);
    String pre = match.group(6) == null ? "" : match.group(6);
    boolean noMinor = isAny(match.group(4));
    boolean noPatch = isAny(match.group(5));
    String version = match.group(2);
    if (isAny(major)) {
      return new Term(match.group(1), Version.parse("0.0.0" + pre), true, false, false);
    }
    if (noMinor) {
      version = major + ".0.0" + pre;
    } else if (noPatch) {
      version = major + match.group(4) + ".0" + pre;
    }
    try {
      return new Term(
          match.group(1), Version.parse(version), noMinor || noPatch, noMinor, !noMinor && noPatch);
    } catch (GoError e) {
      throw new GoError("constraint Parser Error");
    }
  }

  private static boolean isAny(@org.jspecify.annotations.Nullable String part) {
    String digits = part == null ? "" : part.replaceFirst("^\\.", "");
    return digits.isEmpty() || digits.equals("x") || digits.equals("X") || digits.equals("*");
  }

  /** Whether a version fulfils it. */
  boolean allows(Version version) {
    return alternatives.stream()
        .anyMatch(all -> all.stream().allMatch(term -> allows(term, version)));
  }

  private static boolean allows(Term term, Version version) {
    boolean ignored = !version.prerelease().isEmpty() && term.version.prerelease().isEmpty();
    if (term.operator.equals("!=")) {
      return notEqual(term, version, ignored);
    }
    if (ignored) {
      return false;
    }
    return switch (term.operator) {
      case ">" -> greater(term, version);
      case "<" -> version.compare(term.version) < 0;
      case ">=", "=>" -> version.compare(term.version) >= 0;
      case "<=", "=<" -> atMost(term, version);
      case "~", "~>" -> tilde(term, version);
      case "^" -> caret(term, version);
      default -> term.dirty ? tilde(term, version) : version.compare(term.version) == 0;
    };
  }

  private static boolean notEqual(Term term, Version version, boolean ignored) {
    Version other = term.version;
    if (!term.dirty) {
      return version.compare(other) != 0;
    }
    if (ignored) {
      return false;
    }
    if (other.major() != version.major()) {
      return true;
    }
    if (term.minorDirty) {
      return false;
    }
    if (other.minor() != version.minor()) {
      return true;
    }
    if (term.patchDirty) {
      return Version.comparePrerelease(version.prerelease(), other.prerelease()) != 0;
    }
    return other.patch() != version.patch() || version.compare(other) != 0;
  }

  private static boolean greater(Term term, Version version) {
    Version other = term.version;
    if (!term.dirty || version.major() != other.major()) {
      return term.dirty ? version.major() > other.major() : version.compare(other) > 0;
    }
    if (term.minorDirty) {
      return false;
    }
    return term.patchDirty ? version.minor() > other.minor() : version.compare(other) > 0;
  }

  private static boolean atMost(Term term, Version version) {
    Version other = term.version;
    if (!term.dirty) {
      return version.compare(other) <= 0;
    }
    return version.major() < other.major()
        || (version.major() == other.major()
            && (version.minor() <= other.minor() || term.minorDirty));
  }

  private static boolean tilde(Term term, Version version) {
    Version other = term.version;
    if (version.compare(other) < 0) {
      return false;
    }
    boolean zero = other.major() == 0 && other.minor() == 0 && other.patch() == 0;
    if (zero && !term.minorDirty && !term.patchDirty) {
      return true;
    }
    return version.major() == other.major()
        && (version.minor() == other.minor() || term.minorDirty);
  }

  private static boolean caret(Term term, Version version) {
    Version other = term.version;
    if (version.compare(other) < 0 || version.major() != other.major()) {
      return false;
    }
    if (other.major() > 0 || term.minorDirty) {
      return true;
    }
    if (version.minor() != other.minor()) {
      return false;
    }
    return other.minor() > 0 || term.patchDirty || version.patch() == other.patch();
  }
}
