package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters that show something else than what is compared: invisible ones, ones that turn the
 * direction of writing, and words of letters from several alphabets.
 */
final class DeceptiveTextRule implements LintRule {

  @Override
  public Code code() {
    return Code.DECEPTIVE_TEXT;
  }

  /** Zero-width characters, and those that embed, override or isolate a direction of writing. */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

  @Override
  public void check(LintInput input, Consumer<Diagnostic.Builder> report) {
    input.sources().forEach(source -> check(source.file(), report));
    for (StringLiteral text : input.all(StringLiteral.class)) {
      mixed(text.text())
          .ifPresent(
              word ->
                  report.accept(
                      finding(
                              text.span(),
                              "`%s` mixes letters of several alphabets.".formatted(word))
                          .label(scripts(word))
                          .help("write it with the letters of one alphabet.")));
    }
  }

  private void check(SourceFile file, Consumer<Diagnostic.Builder> report) {
    Matcher matcher = INVISIBLE.matcher(file.text());
    while (matcher.find()) {
      if (matcher.start() > 0) {
        report.accept(
            finding(file.span(matcher.start(), matcher.end()), "Here is an invisible character.")
                .label(
                    "U+%04X, %s"
                        .formatted(
                            (int) file.text().charAt(matcher.start()),
                            Character.getName(file.text().charAt(matcher.start()))))
                .help("take it out: what is read is not what is compared.")
                .fix(
                    "take it out",
                    false,
                    new TextEdit(file.span(matcher.start(), matcher.end()), "")));
      }
    }
  }

  private static Optional<String> mixed(String text) {
    return WORD.matcher(text)
        .results()
        .map(each -> each.group())
        .filter(word -> alphabets(word).size() > 1)
        .findFirst();
  }

  private static String scripts(String word) {
    return alphabets(word).stream()
        .map(
            script ->
                Character.toUpperCase(script.name().charAt(0))
                    + script.name().substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }

  /** Only alphabets whose letters look alike: other scripts are mixed with Latin on purpose. */
  private static Set<UnicodeScript> alphabets(String word) {
    Set<UnicodeScript> found = new TreeSet<>();
    word.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(DeceptiveTextRule::looksLikeLatin)
        .forEach(found::add);
    return found;
  }

  private static boolean looksLikeLatin(UnicodeScript script) {
    return script == UnicodeScript.LATIN
        || script == UnicodeScript.CYRILLIC
        || script == UnicodeScript.GREEK
        || script == UnicodeScript.ARMENIAN
        || script == UnicodeScript.CHEROKEE;
  }
}
