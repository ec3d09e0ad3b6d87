package io.openclustermanagement.compiler.emit;

import static io.openclustermanagement.compiler.emit.CelWriter.quoted;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * How CEL reaches a member of an object.
 *
 * @param plain the path, for where the member is known to be there
 * @param optional the path that gives an optional value, from the first step that may fail
 * @param certain whether it is there in any case
 * @param test what is true where it is there
 */
record CelPath(String plain, String optional, boolean certain, String test) {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Other reserved words may stand behind a dot. */
  private static final Set<String> KEYWORDS = Set.of("false", "in", "null", "true");

  /** Something that is there. */
  static CelPath certain(String text) {
    return new CelPath(text, text, true, "true");
  }

  /** A field or an entry with a constant name. */
  CelPath member(String name, boolean isCertain) {
    if (!isIdentifier(name)) {
      return entry(quoted(name), isCertain);
    }
    String path = plain + "." + name;
    String chain = optional + ".?" + name;
    return step(path, chain, "has(" + path + ")", isCertain);
  }

  /** An entry of a map, or with a constant key. */
  CelPath entry(String key, boolean isCertain) {
    return step(
        plain + "[" + key + "]", optional + "[?" + key + "]", key + " in " + plain, isCertain);
  }

  /** An element of a list. */
  CelPath element(String index, boolean isCertain) {
    String chain = optional + "[?" + index + "]";
    return step(plain + "[" + index + "]", chain, chain + ".hasValue()", isCertain);
  }

  private CelPath step(String path, String chain, String presence, boolean isCertain) {
    if (isCertain) {
      return certain(path);
    }
    return new CelPath(path, chain, false, certain ? presence : chain + ".hasValue()");
  }

  private static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches() && !KEYWORDS.contains(name);
  }
}
