package io.openclustermanagement.cli.args;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user typed behind the name of a command, checked against its {@link Usage}.
 *
 * <p>Options and operands may be mixed; {@code --name value} and {@code --name=value} are the same;
 * everything behind {@code --} is an operand, and so is {@code -}. Written by hand because a
 * library for it would take half of the time that a start may take.
 */
public final class Arguments {
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments() {}

  /**
   * Reads the words behind the name of the command.
   *
   * @throws UsageException for an unknown option, a missing or superfluous value, or an option that
   *     is repeated but may not be
   */
  public static Arguments parse(Usage usage, List<String> words) {
    Arguments result = new Arguments();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--")) {
        rest.forEachRemaining(result.operands::add);
      } else if (word.startsWith("-") && !word.equals("-")) {
        result.readOption(usage, word, rest);
      } else {
        result.operands.add(word);
      }
    }
    return result;
  }

  private void readOption(Usage usage, String word, Iterator<String> rest) {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = usage.option(name).orElseThrow(() -> unknown(usage, name));
    List<String> given = options.computeIfAbsent(name, n -> new ArrayList<>());
    if (!given.isEmpty() && !option.repeatable()) {
      throw new UsageException("`" + name + "` is given twice.");
    }
    given.add(value(option, word, equals, rest));
  }

  private static String value(Option option, String word, int equals, Iterator<String> rest) {
    if (option.isFlag()) {
      if (equals >= 0) {
        throw new UsageException("`" + option.name() + "` takes no value.");
      }
      return "";
    }
    if (equals >= 0) {
      return word.substring(equals + 1);
    }
    if (!rest.hasNext()) {
      throw new UsageException("`" + option.usage() + "` needs its value.");
    }
    return rest.next();
  }

  private static UsageException unknown(Usage usage, String name) {
    List<String> names = usage.options().stream().map(Option::name).toList();
    return new UsageException(
        "`ocm %s` has no option `%s`.%s"
            .formatted(usage.name(), name, Suggestion.sentence(name, names)));
  }

  /** Whether a flag is given. */
  public boolean has(String flag) {
    return options.containsKey(flag);
  }

  /** The value of an option. */
  public Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** The values of an option that may be repeated, in the order given. */
  public List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** What stands besides the options, in the order given. */
  public List<String> operands() {
    return operands;
  }

  /**
   * One of several words.
   *
   * @throws UsageException when another word is given
   */
  public String oneOf(String option, String otherwise, List<String> words) {
    String given = value(option).orElse(otherwise);
    if (!words.contains(given)) {
      throw new UsageException(
          "`%s %s` is not known here; it is one of %s.%s"
              .formatted(
                  option, given, String.join(", ", words), Suggestion.sentence(given, words)));
    }
    return given;
  }
}
