package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.check.TemplateGroup.Key;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.Manifest;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.TemplateDefinition;
import io.openclustermanagement.compiler.program.TemplateDefinition.Comparison;
import io.openclustermanagement.compiler.program.TemplateDefinition.Content;
import io.openclustermanagement.compiler.program.TemplateDefinition.Head;
import io.openclustermanagement.compiler.program.TemplateDefinition.ObjectTemplate;
import io.openclustermanagement.compiler.program.TemplateDefinition.Recreation;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.Resource;
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
        default -> {}
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
    Key key = key(clause, settings);
    boolean asTemplate =
        clause.options().stream().anyMatch(ResourceOption.AsTemplate.class::isInstance);
    for (Manifest object : resources.check(clause.resource())) {
      if (asTemplate || PolicyTemplateKinds.contains(object.kind())) {
        close(settings);
        verbatim(clause, object, settings);
      } else {
        join(key, clause, settings).objects().add(template(clause, object));
      }
    }
  }

  private void forbid(PolicyClause.ResourceRule clause, PolicySettings settings) {
    rules
        .forbid(
            clause,
            settings,
            object ->
                join(key(clause, settings), clause, settings)
                    .objects()
                    .add(template(clause, object)))
        .ifPresent(
            rule -> {
              close(settings);
              templates.add(rule);
            });
  }

  private Key key(PolicyClause.ResourceRule clause, PolicySettings settings) {
    Optional<Located> name = Optional.empty();
    Optional<Expr> message = Optional.empty();
    Optional<Expr> compliant = Optional.empty();
    context.reportRepeated(Context.byName(clause.options(), TemplateChecker::optionName));
    for (ResourceOption option : clause.options()) {
      switch (option) {
        case ResourceOption.Named(var written, _) -> {
          context.requireObjectName(written, "template");
          name = Optional.of(new Located(written.text(), written.at()));
        }
        case ResourceOption.Message(StringLiteral text, _) -> message = Optional.of(text(text));
        case ResourceOption.CompliantMessage(StringLiteral text, _) ->
            compliant = Optional.of(text(text));
        case ResourceOption.MetadataExactly _,
            ResourceOption.RecreateIfRequired _,
            ResourceOption.RecreateAlways _,
            ResourceOption.AsTemplate _ -> {}
      }
    }
    var scope = clause.resource() instanceof Resource.Inline inline ? inline.scope() : null;
    return new Key(
        new Selections(context).optionalNamespaces(scope).or(settings::namespaces),
        name,
        message,
        compliant);
  }

  private static Optional<String> optionName(ResourceOption option) {
    return Optional.of(
        switch (option) {
          case ResourceOption.Named _ -> "named";
          case ResourceOption.Message _ -> "message";
          case ResourceOption.CompliantMessage _ -> "message when compliant";
          case ResourceOption.MetadataExactly _ -> "metadata exactly";
          case ResourceOption.RecreateIfRequired _, ResourceOption.RecreateAlways _ -> "recreate";
          case ResourceOption.AsTemplate _ -> "as template";
        });
  }

  /** A text that may depend on the cluster. */
  private Expr text(StringLiteral written) {
    return context.expressions().check(written, Place.MANIFEST, Simple.STRING);
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

  private ObjectTemplate template(PolicyClause.ResourceRule clause, Manifest object) {
    Recreation recreation = Recreation.NONE;
    boolean metadataExactly = false;
    for (ResourceOption option : clause.options()) {
      switch (option) {
        case ResourceOption.RecreateIfRequired _ -> recreation = Recreation.IF_REQUIRED;
        case ResourceOption.RecreateAlways _ -> recreation = Recreation.ALWAYS;
        case ResourceOption.MetadataExactly _ -> metadataExactly = true;
        case ResourceOption.Named _,
            ResourceOption.Message _,
            ResourceOption.CompliantMessage _,
            ResourceOption.AsTemplate _ -> {}
      }
    }
    var labelled = clause.resource() instanceof Resource.Inline inline ? inline.labelled() : null;
    return new ObjectTemplate(
        comparison(clause),
        object,
        metadataExactly,
        recreation,
        new Selections(context).labels(labelled, "object"),
        clause.at());
  }

  private static Comparison comparison(PolicyClause.ResourceRule clause) {
    return switch (clause.verb()) {
      case REQUIRE -> Comparison.REQUIRE;
      case EXACTLY -> Comparison.EXACTLY;
      case FORBID -> Comparison.FORBID;
    };
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
    block.clauses().forEach(this::requireBlockClause);
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
      templates.add(only.called(block.name().text(), name, metadata(block, name), block.at()));
    } else {
      reportBlock(block, inside);
    }
  }

  private ObjectMetadata metadata(PolicyClause.Template block, Located name) {
    Optional<ObjectLiteral> labels = Optional.empty();
    Optional<ObjectLiteral> annotations = Optional.empty();
    for (PolicyClause clause : block.clauses()) {
      switch (clause) {
        case PolicyClause.Labels(ObjectLiteral written, _) -> labels = Optional.of(written);
        case PolicyClause.Annotations(ObjectLiteral written, _) ->
            annotations = Optional.of(written);
        default -> {}
      }
    }
    return context.metadata(new Name(name.text(), name.origin()), "template", labels, annotations);
  }

  private void requireBlockClause(PolicyClause clause) {
    String word =
        switch (clause) {
          case PolicyClause.Title _ -> "title";
          case PolicyClause.Standard _ -> "standard";
          case PolicyClause.On _ -> "on";
          case PolicyClause.Disabled _ -> "disabled";
          case PolicyClause.CopyNoMetadata _ -> "copy no metadata";
          case PolicyClause.AsServiceAccount _ -> "as serviceaccount";
          case PolicyClause.Rule _ -> "rule";
          case PolicyClause.Rego _ -> "rego";
          case PolicyClause.Template _ -> "template";
          case PolicyClause.Severity _,
              PolicyClause.Mode _,
              PolicyClause.After _,
              PolicyClause.AfterObject _,
              PolicyClause.IgnorePending _,
              PolicyClause.EvaluateEvery _,
              PolicyClause.InNamespaces _,
              PolicyClause.Labels _,
              PolicyClause.Annotations _,
              PolicyClause.ResourceRule _,
              PolicyClause.Raw _,
              PolicyClause.Error _ ->
              "";
        };
    if (!word.isEmpty()) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.UNKNOWN_CLAUSE,
                      clause.span(),
                      "A template has no clause `%s`.".formatted(word))
                  .help("move it out of the template, into the policy."));
    }
  }

  private void reportBlock(PolicyClause.Template block, List<TemplateDefinition> inside) {
    if (inside.isEmpty() && context.findings().errors() > 0) {
      return;
    }
    var finding =
        Diagnostic.error(
            Code.NOT_ONE_TEMPLATE,
            block.name().span(),
            inside.isEmpty()
                ? "The template `%s` is empty.".formatted(block.name().text())
                : "The clauses of `%s` do not fit into one template."
                    .formatted(block.name().text()));
    inside.stream()
        .skip(1)
        .findFirst()
        .ifPresent(
            other -> finding.related(other.head().origin().span(), "this needs one of its own"));
    context
        .findings()
        .add(
            finding.help(
                inside.isEmpty()
                    ? "say in it what is required, or remove it."
                    : "keep clauses with the same scope and message together, and a `raw` text"
                        + " alone."));
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
