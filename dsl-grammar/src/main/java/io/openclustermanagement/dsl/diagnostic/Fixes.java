package io.openclustermanagement.dsl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies fixes to the text of a file. */
public final class Fixes {

  private Fixes() {}

  /**
   * The text with as many fixes as go together: one that touches what an earlier one of the list
   * has changed, or that changes another file, is left out as a whole.
   */
  public static String apply(SourceFile file, List<Fix> fixes) {
    List<TextEdit> edits = new ArrayList<>();
    for (Fix fix : fixes) {
      if (fix.edits().stream().allMatch(edit -> edit.span().file() == file && fits(edit, edits))) {
        edits.addAll(fix.edits());
      }
    }
    edits.sort(Comparator.comparingInt((TextEdit edit) -> edit.span().start()).reversed());
    StringBuilder text = new StringBuilder(file.text());
    edits.forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.replacement()));
    return text.toString();
  }

  private static boolean fits(TextEdit edit, List<TextEdit> others) {
    return others.stream()
        .allMatch(
            other ->
                edit.span().end() < other.span().start()
                    || other.span().end() < edit.span().start());
  }
}
