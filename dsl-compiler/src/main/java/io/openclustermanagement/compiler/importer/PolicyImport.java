package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.policy.Policy;
import io.openclustermanagement.api.policy.PolicyApi;
import io.openclustermanagement.api.policy.PolicyDependency;
import io.openclustermanagement.api.policy.PolicySpec;
import io.openclustermanagement.api.policy.PolicyTemplate;
import io.openclustermanagement.api.policy.RemediationAction;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicyClause.Remediation;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes a Policy as a declaration, with files for the templates that go in as they are. */
final class PolicyImport {
  /** Where the templates stand in a policy. */
  static final String TEMPLATES = "/spec/policy-templates/";

  static final String STANDARDS = PolicyApi.GROUP + "/standards";
  static final String CATEGORIES = PolicyApi.GROUP + "/categories";
  static final String CONTROLS = PolicyApi.GROUP + "/controls";

  private final Item<Policy> item;
  private final Reasons reasons;
  private final IntFunction<TemplateForm> forms;
  private final List<PolicyClause> clauses = new ArrayList<>();
  private final List<GeneratedFile> files = new ArrayList<>();

  /**
   * @param forms how each template is written, by index
   */
  PolicyImport(Item<Policy> item, Reasons reasons, IntFunction<TemplateForm> forms) {
    this.item = item;
    this.reasons = reasons;
    this.forms = forms;
  }

  /** The files that {@link #declaration} names, one for each template that is taken as it is. */
  List<GeneratedFile> files() {
    return files;
  }

  /**
   * The declaration.
   *
   * @param name what the policy is called in the source
   * @param file what the names of files begin with
   */
  Declaration declaration(String name, String file) {
    metadata();
    PolicySpec spec = item.object().spec();
    if (Boolean.TRUE.equals(spec.disabled())) {
      clauses.add(new PolicyClause.Disabled(Trees.NOWHERE));
    }
    if (Boolean.FALSE.equals(spec.copyPolicyMetadata())) {
      clauses.add(new PolicyClause.CopyNoMetadata(Trees.NOWHERE));
    }
    if (spec.remediationAction() != null) {
      boolean enforces = spec.remediationAction().canonical() == RemediationAction.ENFORCE;
      clauses.add(
          new PolicyClause.Mode(
              enforces ? Remediation.ENFORCE : Remediation.INFORM, null, Trees.NOWHERE));
    }
    if (spec.hubTemplateOptions() != null
        && spec.hubTemplateOptions().serviceAccountName() != null) {
      clauses.add(
          new PolicyClause.AsServiceAccount(
              Trees.text(spec.hubTemplateOptions().serviceAccountName()), Trees.NOWHERE));
    }
    dependencies(spec.dependencies());
    templates(spec.policyTemplates(), file);
    return new Declaration.Policy(
        null,
        Trees.name(name),
        Trees.objectName(name, item.name()),
        List.of(),
        clauses,
        Trees.NOWHERE);
  }

  /** How many templates of a policy a clause of an import stands for. */
  static int templateCount(PolicyClause clause) {
    boolean one =
        clause instanceof PolicyClause.Template || clause instanceof PolicyClause.ResourceRule;
    return one ? 1 : clause instanceof PolicyClause.Rego ? 2 : 0;
  }

  /** The template that a part of a {@link NormalForm} belongs to; -1 for another part. */
  static int templateIndex(String pointer) {
    return pointer.startsWith(TEMPLATES)
        ? Integer.parseInt(pointer.substring(TEMPLATES.length()).split("/", 2)[0])
        : -1;
  }

  private void dependencies(List<PolicyDependency> dependencies) {
    for (int i = 0; i < dependencies.size(); i++) {
      Optional<PolicyClause> after = TemplateImport.after(dependencies.get(i));
      after.ifPresent(clauses::add);
      if (after.isEmpty()) {
        reasons.field("/spec/dependencies/" + i, "the language cannot name this kind");
      }
    }
  }

  // Templates.

  private void templates(List<PolicyTemplate> templates, String file) {
    Map<String, String> names =
        Names.of(templates.stream().map(TemplateImport::objectName).toList(), "template");
    int next = 0;
    while (next < templates.size()) {
      Optional<PolicyClause> rego = rego(templates, next);
      if (rego.isPresent()) {
        clauses.add(rego.get());
        next += 2;
      } else {
        PolicyTemplate template = templates.get(next);
        String name = names.getOrDefault(TemplateImport.objectName(template), "template");
        clauses.add(template(template, name, file, forms.apply(next)));
        next++;
      }
    }
  }

  private Optional<PolicyClause> rego(List<PolicyTemplate> templates, int index) {
    boolean pair =
        index + 1 < templates.size()
            && forms.apply(index) == TemplateForm.WORDS
            && forms.apply(index + 1) == TemplateForm.WORDS;
    return pair
        ? RegoImport.clause(templates.get(index), templates.get(index + 1))
        : Optional.empty();
  }

  private PolicyClause template(
      PolicyTemplate template, String name, String file, TemplateForm form) {
    Optional<PolicyClause> words =
        form == TemplateForm.WORDS
            ? new TemplateImport(item, template, name).structured()
            : Optional.empty();
    return words
        .or(
            () ->
                form == TemplateForm.FILE
                    ? Optional.empty()
                    : new TemplateImport(item, template, name).object())
        .orElseGet(() -> verbatim(template, name, file));
  }

  private PolicyClause verbatim(PolicyTemplate template, String name, String file) {
    if (GenericObject.of(template.objectDefinition()).isEmpty()) {
      reasons.field("/spec/policy-templates", "a template has no `apiVersion` or no `kind`");
      return new PolicyClause.Disabled(Trees.NOWHERE);
    }
    String number = files.isEmpty() ? "" : "-" + (files.size() + 1);
    GeneratedFile written =
        TemplateImport.file(file + number + ".yaml", template.objectDefinition());
    files.add(written);
    return new TemplateImport(item, template, name).verbatim(written);
  }

  // Labels, annotations, standards.

  private void metadata() {
    MetadataImport metadata = new MetadataImport(item, reasons);
    metadata.labels().ifPresent(each -> clauses.add(new PolicyClause.Labels(each, Trees.NOWHERE)));
    Map<String, String> annotations =
        new HashMap<>(MetadataImport.meaningful(item.metadata().annotations()));
    List<PolicyClause> standards = standards(annotations);
    if (!standards.isEmpty()) {
      annotations.keySet().removeAll(Set.of(STANDARDS, CATEGORIES, CONTROLS));
    }
    if (!annotations.isEmpty()) {
      clauses.add(new PolicyClause.Annotations(Trees.strings(annotations), Trees.NOWHERE));
    }
    clauses.addAll(standards);
  }

  /** The clauses that yield the three annotations; none if no clauses do. */
  private static List<PolicyClause> standards(Map<String, String> annotations) {
    List<String> standards = parts(annotations.get(STANDARDS));
    List<String> categories = parts(annotations.get(CATEGORIES));
    List<String> controls = parts(annotations.get(CONTROLS));
    boolean repeats =
        List.of(standards, categories, controls).stream()
            .anyMatch(list -> new HashSet<>(list).size() < list.size());
    if (standards.isEmpty() || categories.size() > standards.size() || repeats) {
      return List.of();
    }
    if (hasEmpty(annotations, CATEGORIES) || hasEmpty(annotations, CONTROLS)) {
      return List.of();
    }
    List<PolicyClause> clauses = new ArrayList<>();
    for (int i = 0; i < standards.size(); i++) {
      StringLiteral category = i < categories.size() ? Trees.text(categories.get(i)) : null;
      List<StringLiteral> own = i == 0 ? controls.stream().map(Trees::text).toList() : List.of();
      clauses.add(
          new PolicyClause.Standard(Trees.text(standards.get(i)), category, own, Trees.NOWHERE));
    }
    return clauses;
  }

  private static boolean hasEmpty(Map<String, String> annotations, String key) {
    return annotations.containsKey(key) && parts(annotations.get(key)).isEmpty();
  }

  /** The parts of a text with commas. */
  static List<String> parts(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
