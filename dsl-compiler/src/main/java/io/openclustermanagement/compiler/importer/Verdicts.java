package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known about the objects after some attempts: which are refused, and why. */
final class Verdicts {
  private final IdentityHashMap<Item<?>, List<Diagnostic>> refused = new IdentityHashMap<>();
  private final Set<Item<?>> verbatim = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Item<?>> carried = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Item<?>, Map<Integer, TemplateForm>> templates =
      new IdentityHashMap<>();
  private final List<Diagnostic> order = new ArrayList<>();
  private Omissions omissions = new Omissions();

  /** Whether an object is still to be imported; refuses it for the reasons given. */
  boolean accept(Item<?> item, Reasons reasons) {
    if (!reasons.isEmpty()) {
      refuse(item, reasons.diagnostics());
    }
    return !refused.containsKey(item);
  }

  boolean isRefused(Item<?> item) {
    return refused.containsKey(item);
  }

  /** Refuses an object; of several times the first counts. */
  void refuse(Item<?> item, List<Diagnostic> why) {
    if (refused.putIfAbsent(item, why) == null) {
      order.addAll(why);
    }
  }

  /**
   * The same for an object of a kind that is carried as it is where the language has no words for
   * it: a file with it lies beside the sources, and the build gives it back.
   */
  boolean acceptOrCarry(Item<?> item, Reasons reasons) {
    if (!reasons.isEmpty()) {
      carry(item, reasons.diagnostics().getFirst());
    }
    return !isCarried(item);
  }

  /** Carries an object as it is; of several reasons the first is told. */
  void carry(Item<?> item, Diagnostic why) {
    if (carried.add(item)) {
      order.add(
          Diagnostic.warning(
                  Code.CARRIED,
                  why.primary().span(),
                  "`%s` is carried as YAML.".formatted(item.title()))
              .label(why.primary().text())
              .build());
    }
  }

  boolean isCarried(Item<?> item) {
    return carried.contains(item);
  }

  /** How a template of a policy is written. */
  TemplateForm templateForm(Item<?> item, int index) {
    return templates.getOrDefault(item, Map.of()).getOrDefault(index, TemplateForm.WORDS);
  }

  /** Writes a template of a policy in a plainer form; false if there is none. */
  boolean takePlainer(Item<?> item, int index) {
    TemplateForm form = templateForm(item, index);
    templates.computeIfAbsent(item, _ -> new TreeMap<>()).put(index, form.plainer());
    return form != TemplateForm.FILE;
  }

  /** How the CEL expressions of an object are read. */
  CelImport cel(Item<?> item) {
    return verbatim.contains(item) ? CelImport.VERBATIM : CelImport.RECOGNISING;
  }

  /** Gives up to recognise the CEL expressions of an object; false if that was done already. */
  boolean takeVerbatim(Item<?> item) {
    return verbatim.add(item);
  }

  /** How many objects had to be taken verbatim because the recognised form did not come back. */
  int verbatimCount() {
    return verbatim.size();
  }

  void setOmissions(Omissions found) {
    omissions = found;
  }

  /** All that is to be said, in no order. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(order);
    all.addAll(omissions.diagnostics());
    return all;
  }
}
