package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.INT;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Functions of regular expressions, which are RE2's and take linear time. */
final class SprigRegex {
  static final List<GoFunction> FUNCTIONS =
      Stream.of(
              Stream.of(
                  GoFunction.of("regexMatch", SprigRegex::lenientMatch, STRING, STRING),
                  GoFunction.of("mustRegexMatch", SprigRegex::match, STRING, STRING),
                  GoFunction.of(
                      "regexQuoteMeta", c -> Conversions.of(Pattern.quote(c.text(0))), STRING)),
              twins("regexFind", SprigRegex::find, STRING, STRING),
              twins("regexFindAll", SprigRegex::findAll, STRING, STRING, INT),
              twins("regexReplaceAll", SprigRegex::replaceAll, STRING, STRING, STRING),
              twins("regexReplaceAllLiteral", SprigRegex::replaceLiterally, STRING, STRING, STRING),
              twins("regexSplit", SprigRegex::split, STRING, STRING, INT))
          .flatMap(each -> each)
          .toList();

  private SprigRegex() {}

  /** The one panics with {@code regexp: Compile(…): …}, the other returns the error. */
  private static Stream<GoFunction> twins(String name, Body body, GoType... parameters) {
    String twin = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Stream.of(
        GoFunction.of(name, call -> body.call(call, pattern(call, true)), parameters),
        GoFunction.of(twin, call -> body.call(call, pattern(call, false)), parameters));
  }

  private interface Body {
    GoValue call(Arguments call, Pattern pattern);
  }

  private static Pattern pattern(Arguments call, boolean panics) {
    String regex = call.text(0);
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      String error = "error parsing regexp: %s: `%s`".formatted(e.getDescription(), e.getPattern());
      throw new GoError(panics ? "regexp: Compile(`%s`): %s".formatted(regex, error) : error);
    }
  }

  private static GoValue lenientMatch(Arguments call) {
    try {
      return match(call);
    } catch (GoError e) {
      return Conversions.of(false);
    }
  }

  private static GoValue match(Arguments call) {
    return Conversions.of(pattern(call, false).matcher(call.text(1)).find());
  }

  private static GoValue find(Arguments call, Pattern pattern) {
    Matcher matcher = pattern.matcher(call.text(1));
    return Conversions.of(matcher.find() ? matcher.group() : "");
  }

  /** The places of the matches as Go finds them: no empty match right after another. */
  private static List<int[]> places(Pattern pattern, String text, long limit) {
    List<int[]> places = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int before = -1;
    while ((limit < 0 || places.size() < limit) && matcher.find()) {
      if (isPlace(text, matcher, before)) {
        places.add(new int[] {matcher.start(), matcher.end()});
      }
      before = matcher.end();
    }
    return places;
  }

  private static boolean isPlace(String text, Matcher matcher, int before) {
    int start = matcher.start();
    boolean insideCharacter =
        start > 0
            && start < text.length()
            && Character.isSurrogatePair(text.charAt(start - 1), text.charAt(start));
    return matcher.end() > start || (start != before && !insideCharacter);
  }

  private static GoValue findAll(Arguments call, Pattern pattern) {
    String text = call.text(1);
    List<int[]> places = places(pattern, text, call.integer(2));
    return places.isEmpty()
        ? GoValue.Sequence.nil(GoType.STRINGS)
        : GoValue.Sequence.ofTexts(
            places.stream().map(each -> text.substring(each[0], each[1])).toList());
  }

  private static GoValue replaceLiterally(Arguments call, Pattern pattern) {
    String text = call.text(1);
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (int[] place : places(pattern, text, -1)) {
      replaced.append(text, from, place[0]).append(call.text(2));
      from = place[1];
      call.budget().use(call.text(2).length());
    }
    return Conversions.of(replaced.append(text.substring(from)).toString());
  }

  private static GoValue replaceAll(Arguments call, Pattern pattern) {
    String text = call.text(1);
    StringBuilder replaced = new StringBuilder();
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    int before = -1;
    while (matcher.find()) {
      if (isPlace(text, matcher, before)) {
        replaced.append(text, from, matcher.start());
        Replacement.append(replaced, call.text(2), matcher);
        from = matcher.end();
        call.budget().use(replaced.length() > 1 << 20 ? replaced.length() : 1);
      }
      before = matcher.end();
    }
    return Conversions.of(replaced.append(text.substring(from)).toString());
  }

  private static GoValue split(Arguments call, Pattern pattern) {
    String text = call.text(1);
    long limit = call.integer(2);
    if (limit == 0) {
      return GoValue.Sequence.nil(GoType.STRINGS);
    }
    if (!call.text(0).isEmpty() && text.isEmpty()) {
      return GoValue.Sequence.ofTexts(List.of(""));
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int[] place : places(pattern, text, limit)) {
      if (limit > 0 && parts.size() == limit - 1) {
        break;
      }
      to = place[0];
      if (place[1] != 0) {
        parts.add(text.substring(from, to));
      }
      from = place[1];
    }
    if (to != text.length()) {
      parts.add(text.substring(from));
    }
    return GoValue.Sequence.ofTexts(parts);
  }
}
