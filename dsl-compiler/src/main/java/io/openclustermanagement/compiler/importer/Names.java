package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.parser.Keywords;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of the language for names of Kubernetes. A name that the language can write stands for
 * itself. Any other, such as {@code 10.prod.eu}, gets one that resembles it, and the declaration
 * says the true one: {@code placement placement-10-prod-eu named "10.prod.eu"}. So bare names stay
 * ours and quoted names theirs, and references need no quotes.
 */
final class Names {
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(?:-[a-zA-Z0-9_]+)*");
  private static final Set<String> RESERVED = Set.copyOf(Keywords.hard());

  private Names() {}

  /** Whether a text may be a field or a key without quotes. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** Whether a text may be declared and referred to. */
  static boolean isName(String text) {
    return isWord(text) && !RESERVED.contains(text);
  }

  /**
   * A name for each of some names, all different.
   *
   * @param noun what they name; stands before those that begin with a digit or are reserved
   */
  static Map<String, String> of(Collection<String> objectNames, String noun) {
    Set<String> sorted = new TreeSet<>(objectNames);
    Map<String, String> names = new LinkedHashMap<>();
    sorted.stream().filter(Names::isName).forEach(name -> names.put(name, name));
    Set<String> taken = new HashSet<>(names.keySet());
    for (String objectName : sorted) {
      if (!names.containsKey(objectName)) {
        String name = free(resembling(objectName, noun), taken);
        taken.add(name);
        names.put(objectName, name);
      }
    }
    return names;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private static String resembling(String objectName, String noun) {
    String words = objectName.replaceAll("[^a-zA-Z0-9_]+", "-").replaceAll("^-+|-+$", "");
    return isName(words) ? words : words.isEmpty() ? noun : noun + "-" + words;
  }
}
