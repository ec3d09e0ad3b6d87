package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import io.openclustermanagement.api.policy.NamespaceSelector;
import io.openclustermanagement.compiler.check.Findings;
import io.openclustermanagement.compiler.emit.Normal.Selector;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.LabelSelection;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes which namespaces and objects of a cluster are meant. */
record SelectionEmitter(Findings findings, Pointers pointers) {

  NamespaceSelector namespaces(NamespaceSelection selection, String pointer) {
    pointers.put(pointer, selection.origin());
    LabelSelector labels =
        selection
            .labels()
            .map(each -> labels(each, pointer))
            .orElseGet(() -> new LabelSelector(List.of(), Map.of()));
    return new NamespaceSelector(
        patterns(selection.exclude(), pointer + "/exclude"),
        patterns(selection.include(), pointer + "/include"),
        labels.matchExpressions(),
        labels.matchLabels(),
        null);
  }

  private List<String> patterns(List<Located> patterns, String pointer) {
    for (int i = 0; i < patterns.size(); i++) {
      pointers.put(pointer, i, patterns.get(i).origin());
    }
    return patterns.stream().map(Located::text).toList();
  }

  LabelSelector labels(LabelSelection selection, String pointer) {
    selection
        .equal()
        .keySet()
        .forEach(key -> pointers.put(pointer + "/matchLabels", key, selection.origin()));
    List<LabelSelectorRequirement> expressions = new ArrayList<>();
    selection
        .condition()
        .ifPresent(
            condition ->
                terms(condition)
                    .forEach(
                        term -> {
                          pointers.put(
                              pointer + "/matchExpressions", expressions.size(), term.origin());
                          expressions.add(term.requirement());
                        }));
    return new LabelSelector(expressions, selection.equal());
  }

  private List<Selector> terms(Expr condition) {
    List<List<Normal>> conjunctions = Conjunctions.of(Normal.of(condition));
    List<Selector> terms = new ArrayList<>();
    if (conjunctions.size() != 1) {
      report(condition.origin().span(), "alternatives are no label selector");
      return terms;
    }
    for (Normal term : conjunctions.getFirst()) {
      if (term instanceof Selector selector && selector.isLabel()) {
        terms.add(selector);
      } else {
        report(term.origin().span(), "this is no test of a label");
      }
    }
    return terms;
  }

  private void report(SourceSpan span, String why) {
    findings.add(
        Diagnostic.error(
                Code.SET_NOT_EXPRESSIBLE, span, "What is labelled cannot be described by this.")
            .label(why)
            .note("a policy selects by labels, whose terms must all hold")
            .help("keep to labels joined by `and`."));
  }
}
