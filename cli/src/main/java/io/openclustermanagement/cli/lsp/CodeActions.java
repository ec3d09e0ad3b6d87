package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Fix;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;

/** The fixes of findings, one by one or all that are safe. */
final class CodeActions {
  /** What editors may run when a file is saved. */
  static final String FIX_ALL = CodeActionKind.SourceFixAll + ".ocm";

  private CodeActions() {}

  static List<CodeAction> of(Project project, Document document, CodeActionParams params) {
    SourceSpan asked = Positions.span(document.file(), params.getRange());
    List<String> only = params.getContext().getOnly();
    List<CodeAction> actions = new ArrayList<>();
    List<Diagnostic> findings = project.diagnostics(document);
    if (wants(only, CodeActionKind.QuickFix)) {
      for (Diagnostic finding : findings) {
        if (touches(finding.primary().span(), asked)) {
          List<CodeAction> fixes =
              finding.fixes().stream().map(fix -> quickFix(project, finding, fix)).toList();
          fixes.stream().findFirst().ifPresent(first -> first.setIsPreferred(true));
          actions.addAll(fixes);
        }
      }
    }
    if (only != null && wants(only, FIX_ALL)) {
      actions.addAll(fixAll(project, findings));
    }
    return actions;
  }

  /** Kinds are hierarchical: who asks for {@code source} wants {@code source.fixAll.ocm}, too. */
  private static boolean wants(@Nullable List<String> only, String kind) {
    return only == null
        || only.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
  }

  private static boolean touches(SourceSpan span, SourceSpan asked) {
    return span.start() <= asked.end() && asked.start() <= span.end();
  }

  private static CodeAction quickFix(Project project, Diagnostic finding, Fix fix) {
    CodeAction action = new CodeAction(capitalised(fix.title()));
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(Diagnostics.of(project, finding)));
    action.setEdit(edit(project, List.of(fix)));
    return action;
  }

  private static List<CodeAction> fixAll(Project project, List<Diagnostic> findings) {
    List<Fix> chosen = new ArrayList<>();
    List<SourceSpan> changed = new ArrayList<>();
    for (Diagnostic finding : findings) {
      for (Fix fix : finding.fixes()) {
        List<SourceSpan> spans = fix.edits().stream().map(each -> each.span()).toList();
        boolean free =
            spans.stream().noneMatch(span -> changed.stream().anyMatch(c -> overlaps(c, span)));
        if (fix.safe() && free) {
          chosen.add(fix);
          changed.addAll(spans);
        }
      }
    }
    if (chosen.isEmpty()) {
      return List.of();
    }
    CodeAction action = new CodeAction("Apply all safe fixes");
    action.setKind(FIX_ALL);
    action.setEdit(edit(project, chosen));
    return List.of(action);
  }

  private static boolean overlaps(SourceSpan a, SourceSpan b) {
    return a.file() == b.file() && touches(a, b);
  }

  private static WorkspaceEdit edit(Project project, List<Fix> fixes) {
    Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
    for (Fix fix : fixes) {
      for (var edit : fix.edits()) {
        project
            .document(edit.span().file())
            .ifPresent(
                document ->
                    changes
                        .computeIfAbsent(document.uri(), _ -> new ArrayList<>())
                        .add(new TextEdit(Positions.range(edit.span()), edit.replacement())));
      }
    }
    return new WorkspaceEdit(changes);
  }

  private static String capitalised(String title) {
    return title.isEmpty() ? title : Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
