package io.openclustermanagement.cli.args;

import java.util.List;
import java.util.Optional;

/**
 * How a command is used.
 *
 * @param name the word behind {@code ocm}
 * @param operands what stands besides options, as the help shows it
 * @param summary one line about what it does
 * @param options its options
 * @param details further lines for its own help
 */
public record Usage(
    String name, String operands, String summary, List<Option> options, List<String> details) {

  public Usage {
    options = List.copyOf(options);
    details = List.copyOf(details);
  }

  Optional<Option> option(String optionName) {
    return options.stream().filter(o -> o.name().equals(optionName)).findFirst();
  }

  /** The text of {@code ocm NAME --help}. */
  public String help() {
    StringBuilder text = new StringBuilder("Usage: ocm " + name);
    for (Option option : options) {
      text.append(" [").append(option.usage()).append(option.repeatable() ? "]..." : "]");
    }
    text.append(operands.isEmpty() ? "" : " " + operands).append("\n\n").append(summary);
    text.append("\n");
    details.forEach(line -> text.append(line).append("\n"));
    text.append("\nOptions:\n");
    options.forEach(option -> line(text, option));
    line(text, Option.flag("--help", "print this"));
    return text.toString();
  }

  private static void line(StringBuilder text, Option option) {
    text.append("  %-18s  %s%n".formatted(option.usage(), option.help()));
  }
}
