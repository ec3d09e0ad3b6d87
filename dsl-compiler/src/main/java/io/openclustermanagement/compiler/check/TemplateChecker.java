package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.check.TemplateGroup.Key;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.TemplateDefinition.Content;
import io.openclustermanagement.compiler.program.TemplateDefinition.Head;
import io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the clauses of a policy that become templates, and puts together those that share one. */
final class TemplateChecker {

  private final Context context;
  private final DependencyChecker dependencies;
  private final TemplateNames names;
  private final ResourceChecker resources;
  private final RuleTemplates rules;
  private final TemplateOptions options;
  private final TemplateBlocks blocks;
  private final List<TemplateDefinition> templates = new ArrayList<>();
  private final boolean inBlock;
  private @Nullable TemplateGroup open;

  TemplateChecker(Context context, DependencyChecker dependencies, TemplateNames names) {
    this(context, dependencies, names, false);
  }

  private TemplateChecker(
      Context context, DependencyChecker dependencies, TemplateNames names, boolean inBlock) {
    this.inBlock = inBlock;
    this.context = context;
    this.dependencies = dependencies;
    this.names = names;
    this.resources = new ResourceChecker(context, Purpose.POLICY);
    this.rules = new RuleTemplates(context, names);
    this.options = new TemplateOptions(context);
    this.blocks = new TemplateBlocks(context);
  }

  /** The templates of a policy, in the order of its clauses. */
  List<TemplateDefinition> check(List<PolicyClause> clauses, PolicySettings settings) {
    PolicySettings own = inBlock ? settings : settings.withoutDependencies();
    for (PolicyClause clause : clauses) {
      switch (clause) {
        case PolicyClause.ResourceRule rule -> resource(rule, own);
        case PolicyClause.Raw(Expression source, Origin at) -> {
          close(own);
          raw(source).ifPresent(text -> addRaw(names.ending("raw", at), text, own, at));
        }
        case PolicyClause.Template block when !inBlock -> {
          close(own);
          block(block, settings);
        }
        case PolicyClause.Rule rule -> {
          close(own);
          rules.rule(rule, own).ifPresent(templates::add);
        }
        case PolicyClause.Rego rego -> {
          close(own);
          templates.addAll(rules.rego(rego, own));
        }
        case PolicyClause.Template _,
            PolicyClause.Title _,
            PolicyClause.Standard _,
            PolicyClause.On _,
            PolicyClause.Disabled _,
            PolicyClause.CopyNoMetadata _,
            PolicyClause.AsServiceAccount _,
            PolicyClause.Severity _,
            PolicyClause.Mode _,
            PolicyClause.After _,
            PolicyClause.AfterObject _,
            PolicyClause.IgnorePending _,
            PolicyClause.EvaluateEvery _,
            PolicyClause.InNamespaces _,
            PolicyClause.Labels _,
            PolicyClause.Annotations _,
            PolicyClause.Error _ -> {}
      }
    }
    close(own);
    return List.copyOf(templates);
  }

  // Resource clauses.

  private void resource(PolicyClause.ResourceRule clause, PolicySettings settings) {
    if (RuleTemplates.isConditional(clause)) {
      forbid(clause, settings);
      return;
    }
    Key key = options.key(clause, settings);
    boolean asTemplate =
        clause.options().stream().anyMatch(ResourceOption.AsTemplate.class::isInstance);
    for (Manifest object : resources.check(clause.resource())) {
      if (asTemplate || PolicyTemplateKinds.contains(object.kind())) {
        close(settings);
        verbatim(clause, object, settings);
      } else {
        join(key, clause, settings).objects().add(options.template(clause, object));
      }
    }
  }

  private void forbid(PolicyClause.ResourceRule clause, PolicySettings settings) {
    rules
        .forbid(
            clause,
            settings,
            object ->
                join(options.key(clause, settings), clause, settings)
                    .objects()
                    .add(options.template(clause, object)))
        .ifPresent(
            rule -> {
              close(settings);
              templates.add(rule);
            });
  }

  private TemplateGroup join(Key key, PolicyClause.ResourceRule clause, PolicySettings settings) {
    TemplateGroup group = open;
    if (group == null || !group.takes(key, clause.at(), inBlock)) {
      close(settings);
      group = new TemplateGroup(key, clause.at());
    } else {
      group = group.with(key);
    }
    open = group;
    return group;
  }

  private void close(PolicySettings settings) {
    TemplateGroup group = open;
    if (group != null && !group.objects().isEmpty()) {
      Key key = group.key();
      Located name = key.name().map(names::given).orElseGet(() -> names.of(first(group).object()));
      templates.add(
          configuration(
              head(key.name().map(Located::text), name, settings, group.origin()),
              unlabelled(name),
              settings,
              key,
              new Content.Objects(group.objects())));
    }
    open = null;
  }

  private static ObjectTemplate first(TemplateGroup group) {
    return group.objects().getFirst();
  }

  private static ObjectMetadata unlabelled(Located name) {
    return new ObjectMetadata(name.text(), Map.of(), Map.of());
  }

  private static Head head(
      Optional<String> sourceName, Located name, PolicySettings settings, Origin origin) {
    return new Head(sourceName, name, settings.after(), settings.ignoresPending(), origin);
  }

  private static TemplateDefinition configuration(
      Head head, ObjectMetadata metadata, PolicySettings settings, Key key, Content content) {
    return new TemplateDefinition.Configuration(
        head,
        metadata,
        settings.severity(),
        settings.mode(),
        settings.interval(),
        key.namespaces(),
        key.message(),
        key.compliantMessage(),
        content);
  }

  // What files have as templates already.

  private void verbatim(
      PolicyClause.ResourceRule clause, Manifest object, PolicySettings settings) {
    if (clause.verb() != PolicyClause.ResourceVerb.REQUIRE) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.TEMPLATE_NOT_REQUIRED,
                      clause.span(),
                      "A %s is a policy template, which can only be required."
                          .formatted(object.kind().kind()))
                  .help("write `require from …`."));
    }
    clause.options().stream()
        .filter(option -> !(option instanceof ResourceOption.AsTemplate))
        .findFirst()
        .ifPresent(option -> reportOption(option, object));
    Located name = new Located(object.name().orElse(""), object.origin());
    templates.add(
        new TemplateDefinition.Verbatim(
            head(
                Optional.empty(),
                name.text().isEmpty() ? name : names.given(name),
                settings,
                clause.at()),
            object));
  }

  private void reportOption(ResourceOption option, Manifest object) {
    context
        .findings()
        .add(
            Diagnostic.error(
                    Code.TEMPLATE_NOT_REQUIRED,
                    option.span(),
                    "A %s from a file goes into the policy as it is."
                        .formatted(object.kind().kind()))
                .help("say it in the file."));
  }

  // Blocks and raw templates.

  private void block(PolicyClause.Template block, PolicySettings outer) {
    PolicySettings settings =
        new SettingsChecker(context, dependencies).check(block.clauses()).inside(outer);
    block.clauses().forEach(blocks::requireClause);
    Located name =
        block.objectName() == null
            ? names.of(new Located(block.name().text(), block.name().at()))
            : names.given(new Located(block.objectName().text(), block.objectName().at()));
    List<TemplateDefinition> inside =
        new TemplateChecker(context, dependencies, new TemplateNames("", context.findings()), true)
            .check(block.clauses(), settings);
    boolean verbatim = inside.stream().allMatch(TemplateDefinition.Verbatim.class::isInstance);
    if (verbatim && !inside.isEmpty()) {
      templates.addAll(inside);
    } else if (inside.size() == 1
        && inside.getFirst() instanceof TemplateDefinition.Configuration only) {
      templates.add(
          only.called(block.name().text(), name, blocks.metadata(block, name), block.at()));
    } else {
      blocks.report(block, inside);
    }
  }

  private Optional<Located> raw(Expression source) {
    return switch (source) {
      case Expression.Fence(String text, Origin at) ->
          Optional.of(new Located(FencedText.of(text), at));
      case StringLiteral path ->
          context.scope().files(path).stream()
              .findFirst()
              .map(file -> new Located(file.text(), path.at()));
      default -> Optional.empty();
    };
  }

  private void addRaw(Located name, Located text, PolicySettings settings, Origin origin) {
    templates.add(
        configuration(
            head(Optional.empty(), name, settings, origin),
            unlabelled(name),
            settings,
            new Key(settings.namespaces(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Content.Raw(text)));
  }
}
