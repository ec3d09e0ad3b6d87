package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The allowances of a YAML file. A comment on a line of its own covers the line below it and all
 * that is indented more than that line; one behind a value covers its line.
 */
final class YamlAllowances {

  private static final Pattern COMMENT =
      Pattern.compile("^(?<before>.*?)(?<comment># *ocm:allow\\b.*)$", Pattern.MULTILINE);

  private YamlAllowances() {}

  /** Reads a file; comments that are no good go to the findings. */
  static List<Allowance> read(SourceFile file, List<Diagnostic> findings) {
    List<Allowance> found = new ArrayList<>();
    if (file.text().contains("ocm:allow")) {
      Matcher matcher = COMMENT.matcher(file.text());
      while (matcher.find()) {
        SourceSpan comment = file.span(matcher.start("comment"), matcher.end("comment"));
        List<String> codes = Allowances.read(comment, findings);
        if (!codes.isEmpty()) {
          SourceSpan covered =
              matcher.group("before").isBlank()
                  ? block(file, comment.line() + 1)
                  : file.span(matcher.start(), matcher.start("comment"));
          found.add(new Allowance(codes, covered, comment));
        }
      }
    }
    return found;
  }

  /** A line and those below it that belong to it. */
  private static SourceSpan block(SourceFile file, int first) {
    int lines = file.line(file.text().length());
    int start = file.offset(first, 1);
    if (first > lines) {
      return file.span(start, start);
    }
    int indent = indent(file.lineText(first));
    int last = first;
    while (last < lines && belongs(file.lineText(last + 1), indent)) {
      last++;
    }
    return file.span(start, file.offset(last, 1) + file.lineText(last).length());
  }

  private static boolean belongs(String line, int indent) {
    return line.isBlank() || indent(line) > indent;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
