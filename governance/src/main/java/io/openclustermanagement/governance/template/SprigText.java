package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.INT;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoBytes;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Adler32;

/** Functions of texts. */
final class SprigText {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.of("upper", c -> text(valid(c.text(0)).toUpperCase(Locale.ROOT)), STRING),
          GoFunction.of("lower", c -> text(valid(c.text(0)).toLowerCase(Locale.ROOT)), STRING),
          GoFunction.of("trim", c -> text(trimSpace(c.text(0))), STRING),
          GoFunction.of("trimAll", c -> text(trim(c.text(1), c.text(0))), STRING, STRING),
          GoFunction.of("trimPrefix", SprigText::trimPrefix, STRING, STRING),
          GoFunction.of("trimSuffix", SprigText::trimSuffix, STRING, STRING),
          GoFunction.of("nospace", c -> text(SprigWords.withoutSpace(c.text(0))), STRING),
          GoFunction.of("repeat", SprigText::repeat, INT, STRING),
          GoFunction.of("trunc", SprigText::trunc, INT, STRING),
          GoFunction.of("substr", SprigText::substr, INT, INT, STRING),
          GoFunction.of("contains", c -> bool(c.text(1).contains(c.text(0))), STRING, STRING),
          GoFunction.of("hasPrefix", c -> bool(c.text(1).startsWith(c.text(0))), STRING, STRING),
          GoFunction.of("hasSuffix", c -> bool(c.text(1).endsWith(c.text(0))), STRING, STRING),
          GoFunction.of("replace", SprigText::replace, STRING, STRING, STRING),
          GoFunction.of("indent", SprigText::indent, INT, STRING),
          GoFunction.of("nindent", c -> text("\n" + padded(c, c.text(1))), INT, STRING),
          GoFunction.of("autoindent", SprigText::autoindent, STRING),
          GoFunction.of(
              "plural", c -> text(c.integer(2) == 1 ? c.text(0) : c.text(1)), STRING, STRING, INT),
          GoFunction.variadic("quote", SprigText::quote, ANY),
          GoFunction.variadic("squote", SprigText::singleQuote, ANY),
          GoFunction.variadic("cat", SprigText::cat, ANY),
          GoFunction.of("toString", c -> text(Conversions.text(c.value(0))), ANY),
          GoFunction.of("toStrings", SprigText::toStrings, ANY),
          GoFunction.of("split", c -> parts(split(c.text(1), c.text(0), -1)), STRING, STRING),
          GoFunction.of(
              "splitn", c -> parts(split(c.text(2), c.text(0), c.integer(1))), STRING, INT, STRING),
          GoFunction.of(
              "splitList",
              c -> GoValue.Sequence.ofTexts(split(c.text(1), c.text(0), -1)),
              STRING,
              STRING),
          GoFunction.of(
              "join",
              c -> text(String.join(c.text(0), Conversions.texts(c.value(1)))),
              STRING,
              ANY),
          GoFunction.of("base64enc", SprigText::encode, STRING),
          GoFunction.of("base64dec", c -> text(Decoding.base64(c.text(0))), STRING),
          GoFunction.of("b32enc", c -> text(Decoding.toBase32(c.text(0))), STRING),
          GoFunction.of("b32dec", c -> text(Decoding.fromBase32(c.text(0))), STRING),
          GoFunction.of("sha1sum", c -> hash("SHA-1", c.text(0)), STRING),
          GoFunction.of("sha256sum", c -> hash("SHA-256", c.text(0)), STRING),
          GoFunction.of("sha512sum", c -> hash("SHA-512", c.text(0)), STRING),
          GoFunction.of("adler32sum", SprigText::adler, STRING),
          GoFunction.of("toLiteral", SprigText::literal, STRING),
          GoFunction.of("hello", _ -> text("Hello!")),
          GoFunction.of("fail", SprigText::fail, STRING));

  private SprigText() {}

  private static GoValue text(String text) {
    return new GoValue.Text(text);
  }

  /** The text with a replacement character for each byte that is no UTF-8. */
  static String valid(String text) {
    return GoBytes.isValid(text) ? text : text.replaceAll("[\\x{DC80}-\\x{DCFF}]", "\uFFFD");
  }

  private static GoValue bool(boolean value) {
    return new GoValue.Bool(value);
  }

  private static GoValue fail(Arguments call) {
    throw new GoError(call.text(0));
  }

  /** Upstream replaces this in the text; what is left is in a place that it did not recognize. */
  private static GoValue autoindent(Arguments call) {
    throw new GoError("an unexpected error occurred where autoindent could not be processed");
  }

  private static GoValue literal(Arguments call) {
    if (call.text(0).contains("\n")) {
      throw new GoError("new lines are not allowed in the string passed to the toLiteral function");
    }
    return call.value(0);
  }

  /** {@code strings.TrimSpace}. */
  static String trimSpace(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }

  private static String trim(String text, String characters) {
    int from = 0;
    int to = text.length();
    while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static GoValue trimPrefix(Arguments call) {
    String prefix = call.text(0);
    String text = call.text(1);
    return text(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }

  private static GoValue trimSuffix(Arguments call) {
    String suffix = call.text(0);
    String text = call.text(1);
    return text(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
  }

  private static GoValue repeat(Arguments call) {
    long count = call.integer(0);
    if (count < 0) {
      throw new GoError("strings: negative Repeat count");
    }
    String text = call.text(1);
    if (text.isEmpty()) {
      return text("");
    }
    call.budget().use(count > Integer.MAX_VALUE ? Long.MAX_VALUE / 2 : count * text.length());
    return text(text.repeat((int) count));
  }

  private static GoValue trunc(Arguments call) {
    long count = call.integer(0);
    String text = call.text(1);
    int length = GoBytes.length(text);
    if (count < 0 && length + count > 0) {
      return text(GoBytes.slice(text, (int) (length + count), length));
    }
    return text(count >= 0 && length > count ? GoBytes.slice(text, 0, (int) count) : text);
  }

  private static GoValue substr(Arguments call) {
    String text = call.text(2);
    int length = GoBytes.length(text);
    long from = Math.max(call.integer(0), 0);
    long end = call.integer(1);
    long to = call.integer(0) >= 0 && (end < 0 || end > length) ? length : end;
    if (to < 0 || to > length || from > to) {
      throw new GoError(outOfRange(from, to, length));
    }
    return text(GoBytes.slice(text, (int) from, (int) to));
  }

  private static String outOfRange(long from, long to, int length) {
    return to < 0 || to > length
        ? "runtime error: slice bounds out of range [:%d]%s"
            .formatted(to, to < 0 ? "" : " with length " + length)
        : "runtime error: slice bounds out of range [%d:%d]".formatted(from, to);
  }

  private static GoValue replace(Arguments call) {
    String text = call.text(2);
    call.budget().use((long) text.length() * (1 + call.text(1).length()));
    return text(text.replace(call.text(0), call.text(1)));
  }

  /** go-template-utils trims the result, unlike Sprig. */
  private static GoValue indent(Arguments call) {
    return text(trimSpace("\n" + padded(call, call.text(1))));
  }

  private static String padded(Arguments call, String text) {
    long spaces = call.integer(0);
    if (spaces < 0) {
      throw new GoError("strings: negative Repeat count");
    }
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    call.budget().use(spaces > 1 << 20 ? Long.MAX_VALUE / 2 : spaces * lines);
    String pad = " ".repeat((int) spaces);
    return pad + text.replace("\n", "\n" + pad);
  }

  private static GoValue quote(Arguments call) {
    return text(
        notNil(call)
            .map(each -> GoFormat.format("%q", List.of(text(Conversions.text(each)))))
            .collect(Collectors.joining(" ")));
  }

  private static GoValue singleQuote(Arguments call) {
    return text(
        notNil(call)
            .map(each -> "'" + GoFormat.print(each) + "'")
            .collect(Collectors.joining(" ")));
  }

  private static GoValue cat(Arguments call) {
    return text(notNil(call).map(GoFormat::print).collect(Collectors.joining(" ")));
  }

  private static java.util.stream.Stream<GoValue> notNil(Arguments call) {
    return call.from(0).stream().filter(each -> !(each instanceof GoValue.Nil));
  }

  /** {@code strings.SplitN}. */
  static List<String> split(String text, String separator, long limit) {
    List<String> parts = new ArrayList<>();
    if (limit == 0) {
      return parts;
    }
    int from = 0;
    while (limit < 0 || parts.size() < limit - 1) {
      int next = separator.isEmpty() ? afterFirst(text, from) : text.indexOf(separator, from);
      if (next < 0) {
        break;
      }
      parts.add(text.substring(from, next));
      from = next + separator.length();
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static int afterFirst(String text, int from) {
    int next = from < text.length() ? text.offsetByCodePoints(from, 1) : text.length();
    return next >= text.length() ? -1 : next;
  }

  private static GoValue toStrings(Arguments call) {
    return call.value(0).type().equals(GoType.STRINGS)
        ? call.value(0)
        : GoValue.Sequence.ofTexts(Conversions.texts(call.value(0)));
  }

  private static GoValue parts(List<String> parts) {
    Map<String, GoValue> map = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      map.put("_" + i, text(parts.get(i)));
    }
    return GoValue.Mapping.of(GoType.STRING_MAP, map);
  }

  private static GoValue encode(Arguments call) {
    return text(Base64.getEncoder().encodeToString(GoBytes.of(call.text(0))));
  }

  private static GoValue hash(String algorithm, String text) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(GoBytes.of(text));
      return text(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("part of every Java", e);
    }
  }

  private static GoValue adler(Arguments call) {
    Adler32 sum = new Adler32();
    sum.update(GoBytes.of(call.text(0)));
    return text(Long.toString(sum.getValue()));
  }
}
