package io.openclustermanagement.compiler.explain;

import io.openclustermanagement.compiler.program.Fidelity;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.TemplateDefinition.Comparison;
import io.openclustermanagement.compiler.program.TemplateDefinition.Content;
import io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate;
import java.util.List;

/** Explains the templates of policies. */
final class Templates {

  private static final String CONFIGURATION =
      "on each cluster, by the configuration policy controller";

  private Templates() {}

  static Explanation explain(TemplateDefinition template) {
    return switch (template) {
      case TemplateDefinition.Configuration configuration -> configuration(configuration);
      case TemplateDefinition.Verbatim verbatim ->
          new Explanation(
              "require from",
              verbatim.head().origin().span(),
              List.of(verbatim.object().kind().kind() + " " + name(template)),
              verbatim.fidelity(),
              "on each cluster, by whoever knows the kind");
      case TemplateDefinition.Rule rule ->
          new Explanation(
              rule.head().sourceName().map(name -> "rule " + name).orElse("forbid … where"),
              rule.head().origin().span(),
              List.of("RulePolicy " + name(template)),
              rule.fidelity(),
              "on each cluster, by this project's agent");
      case TemplateDefinition.ConstraintTemplate _ -> gatekeeper(template, "ConstraintTemplate");
      case TemplateDefinition.Constraint(_, var rego, _) ->
          gatekeeper(template, rego.constraintKind());
    };
  }

  private static Explanation gatekeeper(TemplateDefinition template, String kind) {
    return new Explanation(
        "rego",
        template.head().origin().span(),
        List.of(kind + " " + name(template)),
        template.fidelity(),
        "on each cluster, by Gatekeeper");
  }

  private static String name(TemplateDefinition template) {
    return template.head().objectName().text();
  }

  private static Explanation configuration(TemplateDefinition.Configuration template) {
    return new Explanation(
        template.head().sourceName().map(name -> "template " + name).orElse("template"),
        template.head().origin().span(),
        List.of("ConfigurationPolicy " + name(template)),
        template.fidelity(),
        template.fidelity() == Fidelity.PORTABLE
            ? CONFIGURATION
            : CONFIGURATION + ", after this project's agent has seen to the rule",
        content(template.content()));
  }

  private static List<Explanation> content(Content content) {
    return switch (content) {
      case Content.Objects(List<ObjectTemplate> objects) ->
          objects.stream().map(Templates::object).toList();
      case Content.Raw(var text) ->
          List.of(
              new Explanation(
                  "raw",
                  text.origin().span(),
                  List.of("object-templates-raw"),
                  Fidelity.PORTABLE,
                  CONFIGURATION));
    };
  }

  private static Explanation object(ObjectTemplate object) {
    String name = object.object().name().map(text -> " \"" + text + "\"").orElse("");
    return new Explanation(
        verb(object.comparison()) + " " + object.object().kind().kind() + name,
        object.origin().span(),
        List.of(compliance(object.comparison())),
        Fidelity.PORTABLE,
        CONFIGURATION);
  }

  private static String verb(Comparison comparison) {
    return switch (comparison) {
      case REQUIRE -> "require";
      case EXACTLY -> "exactly";
      case FORBID -> "forbid";
    };
  }

  private static String compliance(Comparison comparison) {
    return switch (comparison) {
      case REQUIRE -> "musthave";
      case EXACTLY -> "mustonlyhave";
      case FORBID -> "mustnothave";
    };
  }
}
