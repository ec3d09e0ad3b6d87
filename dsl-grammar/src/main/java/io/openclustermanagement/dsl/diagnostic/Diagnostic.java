package io.openclustermanagement.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finding of any tool: parser, checker, linter, test runner, reader of Kubernetes objects.
 *
 * <p>House style: the summary is a sentence with a capital and a full stop that names the user's
 * thing in backticks; it never names a Java type and never repeats the source line, which is
 * printed below it. Help starts with a verb. One mistake gives one diagnostic; what only follows
 * from it is suppressed.
 *
 * @param code the stable code
 * @param severity how much it matters
 * @param summary one line: what is wrong
 * @param primary the tight place, with a few words for the underline
 * @param related other places that explain it
 * @param notes further lines of explanation
 * @param help what to do about it, computed from the values at hand
 * @param fixes changes that a tool can apply
 * @param values the values involved, by the text of the expression that has them
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String summary,
    Label primary,
    List<Label> related,
    List<String> notes,
    Optional<String> help,
    List<Fix> fixes,
    Map<String, String> values) {

  public Diagnostic {
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Starts an error. */
  public static Builder error(Code code, SourceSpan span, String summary) {
    return new Builder(code, Severity.ERROR, span, summary);
  }

  /** Starts a warning. */
  public static Builder warning(Code code, SourceSpan span, String summary) {
    return new Builder(code, Severity.WARNING, span, summary);
  }

  /** Starts a note: worth knowing, and often right as it is. */
  public static Builder info(Code code, SourceSpan span, String summary) {
    return new Builder(code, Severity.INFO, span, summary);
  }

  /** Whether the sources cannot be compiled because of this. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Collects the parts of a diagnostic; everything but what the constructor takes is optional. */
  public static final class Builder {
    private final Code code;
    private final Severity severity;
    private final SourceSpan span;
    private final String summary;
    private String label = "";
    private final List<Label> related = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<String> help = Optional.empty();
    private final List<Fix> fixes = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private Builder(Code code, Severity severity, SourceSpan span, String summary) {
      this.code = code;
      this.severity = severity;
      this.span = span;
      this.summary = summary;
    }

    /** A few words to the right of the underline. */
    public Builder label(String text) {
      this.label = text;
      return this;
    }

    public Builder related(SourceSpan where, String text) {
      related.add(new Label(where, text));
      return this;
    }

    public Builder note(String text) {
      notes.add(text);
      return this;
    }

    public Builder help(String text) {
      this.help = Optional.of(text);
      return this;
    }

    public Builder fix(String title, boolean safe, TextEdit... edits) {
      return fix(new Fix(title, safe, List.of(edits)));
    }

    public Builder fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    public Builder value(String expression, String value) {
      values.put(expression, value);
      return this;
    }

    public Diagnostic build() {
      return new Diagnostic(
          code, severity, summary, new Label(span, label), related, notes, help, fixes, values);
    }
  }
}
