package io.openclustermanagement.placement.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches} and the Kubernetes functions {@code find} and {@code findAll} ({@code
 * apiserver/pkg/cel/library/regex.go}), on RE2, which takes linear time.
 */
final class RegexLibrary {
  private static final int LONGEST_PATTERN = 10_000;
  private static final int CACHED = 1_000;
  private static final ConcurrentHashMap<String, Object> PATTERNS = new ConcurrentHashMap<>();

  private RegexLibrary() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "matches" -> RegexLibrary::matches;
      case "find" -> RegexLibrary::findFirst;
      case "findAll" -> RegexLibrary::findAll;
      default -> null;
    };
  }

  /** A {@link Pattern} or an {@link EvaluationError}. */
  static Object compile(String regex) {
    Object known = PATTERNS.get(regex);
    if (known != null) {
      return known;
    }
    Object compiled = compileNew(regex);
    if (PATTERNS.size() < CACHED) {
      PATTERNS.put(regex, compiled);
    }
    return compiled;
  }

  private static Object compileNew(String regex) {
    if (regex.length() > LONGEST_PATTERN) {
      return new EvaluationError("error parsing regexp: expression too large");
    }
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      return new EvaluationError(
          "error parsing regexp: %s: `%s`".formatted(e.getDescription(), e.getPattern()));
    }
  }

  private static Object matches(Evaluation evaluation, Object[] a) {
    if (!(a[0] instanceof String text && a[1] instanceof String regex)) {
      return EvaluationError.NO_SUCH_OVERLOAD;
    }
    evaluation.work(work(text, regex));
    return compile(regex) instanceof Pattern pattern
        ? pattern.matcher(text).find()
        : compile(regex);
  }

  private static Object findFirst(Evaluation evaluation, Object[] a) {
    if (!(a[0] instanceof String text && a[1] instanceof String regex)) {
      return EvaluationError.NO_SUCH_OVERLOAD;
    }
    evaluation.work(work(text, regex));
    if (!(compile(regex) instanceof Pattern pattern)) {
      return compile(regex);
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  private static Object findAll(Evaluation evaluation, Object[] a) {
    long most = a.length == 3 && a[2] instanceof Long n ? n : -1;
    if (!(a[0] instanceof String text && a[1] instanceof String regex)
        || (a.length == 3 && !(a[2] instanceof Long))) {
      return EvaluationError.NO_SUCH_OVERLOAD;
    }
    evaluation.work(work(text, regex));
    if (!(compile(regex) instanceof Pattern pattern)) {
      return compile(regex);
    }
    ListValue found = new ListValue();
    Matcher matcher = pattern.matcher(text);
    int end = -1;
    while (found.size() != most && matcher.find()) {
      // Go counts no empty match right behind another, nor one within a character.
      boolean empty = matcher.end() == matcher.start();
      if (!empty || (matcher.start() != end && !isWithinCharacter(text, matcher.start()))) {
        found.add(matcher.group());
      }
      end = matcher.end();
    }
    return found;
  }

  private static boolean isWithinCharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static long work(String text, String regex) {
    return (1 + text.length() / 10L) * (1 + regex.length() / 4L);
  }
}
