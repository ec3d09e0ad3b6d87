package io.openclustermanagement.governance.rego;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a module without looking into its strings and comments. It knows no grammar; whether
 * a text is Rego is for OPA to say.
 */
public final class RegoCode {
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^[ \\t]*package[ \\t]+([\\w.\\[\\]\"-]+)");

  private static final Pattern EMPTY_LINE = Pattern.compile("[ \\t]*\\n[ \\t]*(?=\\n)");

  private final String text;

  /** The text with blanks in place of what is in strings and comments. */
  private final String code;

  public RegoCode(String text) {
    this.text = text;
    this.code = blanked(text);
  }

  /** The package that it declares. */
  public Optional<String> packageName() {
    Matcher matcher = PACKAGE.matcher(code);
    return matcher.find()
        ? Optional.of(text.substring(matcher.start(1), matcher.end(1)))
        : Optional.empty();
  }

  /** The same in another package. */
  public RegoCode inPackage(String name) {
    Matcher matcher = PACKAGE.matcher(code);
    return matcher.find()
        ? new RegoCode(text.substring(0, matcher.start(1)) + name + text.substring(matcher.end(1)))
        : this;
  }

  /** The same with an import, in place of an empty line behind the package if there is one. */
  public RegoCode withImport(String line) {
    Matcher matcher = PACKAGE.matcher(code);
    if (!matcher.find()) {
      return this;
    }
    String rest = text.substring(matcher.end());
    Matcher empty = EMPTY_LINE.matcher(rest);
    String behind = empty.lookingAt() ? rest.substring(empty.end()) : rest;
    return new RegoCode(text.substring(0, matcher.end()) + "\n" + line + behind);
  }

  /** The same with each place of its code that matches replaced. */
  public RegoCode replace(Pattern pattern, String replacement) {
    StringBuilder changed = new StringBuilder();
    int from = 0;
    for (MatchResult each : pattern.matcher(code).results().toList()) {
      changed.append(text, from, each.start()).append(replacement);
      from = each.end();
    }
    return new RegoCode(changed.append(text.substring(from)).toString());
  }

  /** The places of its code that match. */
  public Stream<MatchResult> matches(Pattern pattern) {
    return pattern.matcher(code).results();
  }

  /** Whether some place of its code matches. */
  public boolean contains(Pattern pattern) {
    return pattern.matcher(code).find();
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  private static String blanked(String text) {
    char[] code = text.toCharArray();
    int at = 0;
    while (at < code.length) {
      int end =
          switch (code[at]) {
            case '#' -> endOfLine(code, at);
            case '"' -> endOfString(code, at);
            case '`' -> endOfRawString(code, at);
            default -> at + 1;
          };
      for (int i = at + 1; i < end; i++) {
        code[i] = code[i] == '\n' || code[i] == code[at] ? code[i] : ' ';
      }
      at = end;
    }
    return new String(code);
  }

  private static int endOfLine(char[] code, int at) {
    int end = at;
    while (end < code.length && code[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int endOfString(char[] code, int at) {
    int end = at + 1;
    while (end < code.length && code[end] != '"' && code[end] != '\n') {
      end += code[end] == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, code.length);
  }

  private static int endOfRawString(char[] code, int at) {
    int end = at + 1;
    while (end < code.length && code[end] != '`') {
      end++;
    }
    return Math.min(end + 1, code.length);
  }
}
