package io.openclustermanagement.dsl.testing;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.Keywords;
import io.openclustermanagement.dsl.syntax.Argument;
import io.openclustermanagement.dsl.syntax.ClusterClause;
import io.openclustermanagement.dsl.syntax.ClusterSetClause;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.DeployClause;
import io.openclustermanagement.dsl.syntax.DocComment;
import io.openclustermanagement.dsl.syntax.ExemptionClause;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.FleetMember;
import io.openclustermanagement.dsl.syntax.FleetRuleClause;
import io.openclustermanagement.dsl.syntax.Header;
import io.openclustermanagement.dsl.syntax.Import;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import io.openclustermanagement.dsl.syntax.Origin;
import io.openclustermanagement.dsl.syntax.Parameter;
import io.openclustermanagement.dsl.syntax.PlacementClause;
import io.openclustermanagement.dsl.syntax.PolicyClause;
import io.openclustermanagement.dsl.syntax.PolicySetClause;
import io.openclustermanagement.dsl.syntax.Preference;
import io.openclustermanagement.dsl.syntax.QualifiedName;
import io.openclustermanagement.dsl.syntax.Resource;
import io.openclustermanagement.dsl.syntax.ResourceOption;
import io.openclustermanagement.dsl.syntax.RolloutClause;
import io.openclustermanagement.dsl.syntax.RuleClause;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import io.openclustermanagement.dsl.syntax.TestStep;
import io.openclustermanagement.dsl.syntax.Tolerated;
import io.openclustermanagement.dsl.syntax.TypeName;
import io.openclustermanagement.dsl.syntax.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes random trees that use every construct of the language; they mean nothing. */
public final class TreeGenerator {

  static final Origin NOWHERE = new Origin(new SourceFile("generated", "").span(0, 0));

  private static final List<String> NAMES =
      List.of("a", "prod-eu", "x_1", "label", "name", "policy", "message", "from", "eu-1");
  private static final List<String> KINDS = List.of("Pod", "Deployment", "ClusterIssuer");
  private static final List<String> VERSIONS = List.of("v1", "apps/v1", "cert-manager.io/v1beta1");

  private final Random random;
  private final ExpressionGenerator expressions;

  public TreeGenerator(Random random) {
    this.random = random;
    this.expressions = new ExpressionGenerator(random, this);
  }

  public SourceUnit unit() {
    Header header =
        optional(() -> new Header(doc(), qualified(), optional(expressions::plain), NOWHERE));
    return new SourceUnit(header, some(this::imported), some(this::declaration), NOWHERE);
  }

  // ---- names and small things

  String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  <T extends Enum<T>> T pick(Class<T> type) {
    T[] values = type.getEnumConstants();
    return values[random.nextInt(values.length)];
  }

  @SafeVarargs
  private <T> T one(Supplier<? extends T>... makers) {
    return makers[random.nextInt(makers.length)].get();
  }

  <T> @Nullable T optional(Supplier<T> maker) {
    return random.nextBoolean() ? maker.get() : null;
  }

  <T> List<T> some(Supplier<T> maker) {
    List<T> items = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      items.add(maker.get());
    }
    return items;
  }

  <T> List<T> many(Supplier<T> maker) {
    List<T> items = some(maker);
    items.add(maker.get());
    return items;
  }

  Name name() {
    return new Name(random.nextInt(8) == 0 ? pick(Keywords.soft()) : pick(NAMES), NOWHERE);
  }

  QualifiedName qualified() {
    return new QualifiedName(random.nextInt(3) == 0 ? many(this::name) : List.of(name()), NOWHERE);
  }

  KindName kind() {
    return new KindName(pick(KINDS), random.nextInt(3) == 0 ? pick(VERSIONS) : null, NOWHERE);
  }

  private @Nullable DocComment doc() {
    List<String> lines = List.of("What it is.", "", " indented", "with \"quotes\" // and slashes");
    return optional(() -> new DocComment(many(() -> pick(lines)), NOWHERE));
  }

  private TypeName type() {
    return new TypeName(
        name(),
        random.nextInt(3) == 0 ? many(this::type) : List.of(),
        random.nextBoolean(),
        random.nextInt(4) == 0 ? pick(VERSIONS) : null,
        NOWHERE);
  }

  private Parameter parameter() {
    return new Parameter(name(), type(), optional(expressions::any), NOWHERE);
  }

  Argument argument() {
    return new Argument(random.nextInt(3) == 0 ? name() : null, expressions.any(), NOWHERE);
  }

  private NamespaceScope scope() {
    return new NamespaceScope(
        expressions.list(), optional(expressions::list), optional(this::labelMatch), NOWHERE);
  }

  private LabelMatch labelMatch() {
    return one(
        () -> new LabelMatch.Equal(expressions.object(), NOWHERE),
        () -> new LabelMatch.Where(expressions.any(), NOWHERE));
  }

  private Import imported() {
    return one(
        () -> new Import.Module(qualified(), optional(this::name), some(this::name), NOWHERE),
        () -> new Import.Crd(expressions.plain(), NOWHERE));
  }

  // ---- declarations

  private Declaration declaration() {
    return one(
        () ->
            new Declaration.ClusterSet(
                doc(), name(), optional(expressions::plain), some(this::clusterSetClause), NOWHERE),
        () ->
            new Declaration.Placement(
                doc(), name(), optional(expressions::plain), some(this::placementClause), NOWHERE),
        () ->
            new Declaration.Policy(
                doc(),
                name(),
                optional(expressions::plain),
                some(this::parameter),
                some(this::policyClause),
                NOWHERE),
        () ->
            new Declaration.PolicyInstance(
                doc(), name(), optional(expressions::plain), name(), some(this::argument), NOWHERE),
        () ->
            new Declaration.PolicySet(
                doc(), name(), optional(expressions::plain), some(this::policySetClause), NOWHERE),
        () ->
            new Declaration.Bind(
                doc(),
                many(this::qualified),
                qualified(),
                pick(Declaration.Enforcement.class),
                optional(expressions::plain),
                NOWHERE),
        () -> new Declaration.HubResources(doc(), expressions.plain(), NOWHERE),
        () -> new Declaration.Exemption(doc(), name(), some(this::exemptionClause), NOWHERE),
        () ->
            new Declaration.Deploy(
                doc(), name(), optional(expressions::plain), some(this::deployClause), NOWHERE),
        () ->
            new Declaration.Param(
                doc(),
                name(),
                type(),
                optional(expressions::any),
                optional(expressions::any),
                NOWHERE),
        () ->
            new Declaration.Fun(
                doc(), name(), some(this::parameter), type(), expressions.any(), NOWHERE),
        () -> new Declaration.Fleet(doc(), name(), some(this::member), NOWHERE),
        () -> new Declaration.FleetRule(doc(), name(), some(this::fleetRuleClause), NOWHERE),
        this::test);
  }

  // NullAway does not see in the class file that the date of a test may be null.
  @SuppressWarnings("NullAway")
  private Declaration test() {
    return new Declaration.Test(
        doc(),
        expressions.plain(),
        qualified(),
        optional(expressions::date),
        some(this::step),
        NOWHERE);
  }

  private ClusterSetClause clusterSetClause() {
    return one(
        () -> new ClusterSetClause.MembersLabelled(NOWHERE),
        () -> new ClusterSetClause.MembersExisting(NOWHERE),
        () -> new ClusterSetClause.MembersWhere(expressions.any(), NOWHERE),
        () -> new ClusterSetClause.BindTo(expressions.list(), NOWHERE),
        () -> new ClusterSetClause.ManageNamespaces(expressions.list(), NOWHERE),
        () -> new ClusterSetClause.Labels(expressions.object(), NOWHERE),
        () -> new ClusterSetClause.Annotations(expressions.object(), NOWHERE));
  }

  private PlacementClause placementClause() {
    return one(
        () -> new PlacementClause.From(many(this::qualified), NOWHERE),
        () -> new PlacementClause.Where(expressions.any(), NOWHERE),
        () ->
            new PlacementClause.Tolerate(
                tolerated(), optional(this::name), optional(expressions::literal), NOWHERE),
        () -> new PlacementClause.ChooseAll(NOWHERE),
        () -> new PlacementClause.Choose(expressions.integer(), NOWHERE),
        () -> new PlacementClause.Prefer(random.nextBoolean(), some(this::preference), NOWHERE),
        () ->
            new PlacementClause.Spread(
                expressions.any(),
                optional(expressions::integer),
                optional(() -> pick(PlacementClause.SpreadMode.class)),
                NOWHERE),
        () -> new PlacementClause.Groups(some(this::group), optional(expressions::any), NOWHERE),
        () -> new PlacementClause.SortBy(pick(PlacementClause.SortKey.class), NOWHERE),
        () -> new PlacementClause.Labels(expressions.object(), NOWHERE),
        () -> new PlacementClause.Annotations(expressions.object(), NOWHERE));
  }

  private PlacementClause.Group group() {
    return new PlacementClause.Group(
        name(), optional(expressions::plain), expressions.any(), NOWHERE);
  }

  private Tolerated tolerated() {
    return one(
        () -> new Tolerated.Taint(expressions.keyPath(), optional(expressions::plain), NOWHERE),
        () -> new Tolerated.Unreachable(NOWHERE),
        () -> new Tolerated.Unavailable(NOWHERE),
        () -> new Tolerated.All(NOWHERE));
  }

  private Preference preference() {
    Expression.Literal weight =
        new Expression.Literal(
            Expression.LiteralKind.INTEGER, Integer.toString(random.nextInt(-10, 10)), NOWHERE);
    return one(
        () -> new Preference.Steady(weight, NOWHERE),
        () -> new Preference.Balance(weight, NOWHERE),
        () -> new Preference.Allocatable(name(), weight, NOWHERE),
        () -> new Preference.Score(expressions.plain(), expressions.plain(), weight, NOWHERE));
  }

  // ---- policies

  private PolicyClause policyClause() {
    return one(
        () -> new PolicyClause.Title(text(), NOWHERE),
        () ->
            new PolicyClause.Standard(
                expressions.plain(),
                optional(expressions::plain),
                some(expressions::plain),
                NOWHERE),
        () -> new PolicyClause.Severity(name(), NOWHERE),
        () ->
            new PolicyClause.Mode(
                pick(PolicyClause.Remediation.class),
                optional(() -> pick(PolicyClause.Prune.class)),
                NOWHERE),
        () ->
            new PolicyClause.After(
                pick(PolicyClause.DependencyKind.class),
                qualified(),
                optional(this::name),
                NOWHERE),
        () ->
            new PolicyClause.AfterObject(
                kind(),
                expressions.plain(),
                optional(expressions::plain),
                optional(this::name),
                NOWHERE),
        () -> new PolicyClause.Disabled(NOWHERE),
        () -> new PolicyClause.CopyNoMetadata(NOWHERE),
        () -> new PolicyClause.AsServiceAccount(expressions.plain(), NOWHERE),
        () -> new PolicyClause.Labels(expressions.object(), NOWHERE),
        () -> new PolicyClause.Annotations(expressions.object(), NOWHERE),
        () ->
            new PolicyClause.Template(
                doc(),
                name(),
                optional(expressions::plain),
                random.nextInt(4) == 0 ? some(this::policyClause) : List.of(),
                NOWHERE),
        () ->
            new PolicyClause.Raw(
                this.<Expression>one(expressions::fence, expressions::plain), NOWHERE),
        () -> new PolicyClause.IgnorePending(NOWHERE),
        () -> new PolicyClause.EvaluateEvery(expressions.literal(), NOWHERE),
        () -> new PolicyClause.InNamespaces(scope(), NOWHERE),
        () -> new PolicyClause.On(many(this::qualified), NOWHERE),
        () ->
            new PolicyClause.ResourceRule(
                doc(),
                pick(PolicyClause.ResourceVerb.class),
                resource(),
                some(this::resourceOption),
                NOWHERE),
        () -> new PolicyClause.Rule(doc(), name(), some(this::ruleClause), NOWHERE),
        () ->
            new PolicyClause.Rego(
                doc(),
                name(),
                many(this::kind),
                optional(expressions::object),
                this.<Expression>one(expressions::fence, expressions::plain),
                NOWHERE));
  }

  private StringLiteral text() {
    return expressions.string();
  }

  private Resource resource() {
    boolean scoped = random.nextBoolean();
    return one(
        () -> new Resource.FromFile(expressions.plain(), NOWHERE),
        () ->
            new Resource.Inline(
                kind(),
                optional(this::text),
                optional(this::labelMatch),
                scoped ? null : optional(this::text),
                scoped ? optional(this::scope) : null,
                optional(expressions::any),
                optional(expressions::object),
                NOWHERE));
  }

  private ResourceOption resourceOption() {
    return one(
        () -> new ResourceOption.Message(text(), NOWHERE),
        () -> new ResourceOption.CompliantMessage(text(), NOWHERE),
        () -> new ResourceOption.Named(name(), NOWHERE),
        () -> new ResourceOption.AsTemplate(NOWHERE),
        () -> new ResourceOption.MetadataExactly(NOWHERE),
        () -> new ResourceOption.RecreateIfRequired(NOWHERE),
        () -> new ResourceOption.RecreateAlways(NOWHERE));
  }

  private RuleClause ruleClause() {
    return one(
        () ->
            new RuleClause.ForEach(
                name(),
                many(this::kind),
                optional(this::scope),
                optional(expressions::any),
                NOWHERE),
        () -> new RuleClause.Let(name(), expressions.any(), NOWHERE),
        () -> new RuleClause.DenyWhen(expressions.any(), NOWHERE),
        () -> new RuleClause.AllowOnlyWhen(expressions.any(), NOWHERE),
        () -> new RuleClause.Message(text(), NOWHERE),
        () -> new RuleClause.Severity(name(), NOWHERE),
        () -> new RuleClause.Fix(expressions.object(), NOWHERE));
  }

  private PolicySetClause policySetClause() {
    return one(
        () -> new PolicySetClause.Description(text(), NOWHERE),
        () -> new PolicySetClause.Labels(expressions.object(), NOWHERE),
        () -> new PolicySetClause.Annotations(expressions.object(), NOWHERE),
        () -> new PolicySetClause.Policies(some(this::qualified), NOWHERE),
        () -> new PolicySetClause.On(many(this::qualified), NOWHERE),
        () -> new PolicySetClause.EnforceOnlyOn(many(this::qualified), NOWHERE));
  }

  private ExemptionClause exemptionClause() {
    return one(
        () ->
            new ExemptionClause.From(
                random.nextBoolean()
                    ? PolicyClause.DependencyKind.POLICY
                    : PolicyClause.DependencyKind.RULE,
                many(this::qualified),
                NOWHERE),
        () -> new ExemptionClause.Clusters(expressions.list(), NOWHERE),
        () -> new ExemptionClause.ClustersWhere(expressions.any(), NOWHERE),
        () -> new ExemptionClause.Resources(resource(), NOWHERE),
        () -> new ExemptionClause.Until(expressions.date(), NOWHERE),
        () -> new ExemptionClause.Owner(text(), NOWHERE),
        () -> new ExemptionClause.Ticket(text(), NOWHERE),
        () -> new ExemptionClause.Because(text(), NOWHERE));
  }

  // ---- deployments

  private DeployClause deployClause() {
    return one(
        () -> new DeployClause.Labels(expressions.object(), NOWHERE),
        () -> new DeployClause.Annotations(expressions.object(), NOWHERE),
        () -> new DeployClause.To(many(this::qualified), NOWHERE),
        () -> new DeployClause.Manifests(some(this::resource), NOWHERE),
        () ->
            new DeployClause.Rollout(
                pick(DeployClause.RolloutType.class), some(this::rolloutClause), NOWHERE),
        () ->
            new DeployClause.Apply(
                pick(DeployClause.ApplyMode.class),
                random.nextBoolean(),
                optional(expressions::list),
                NOWHERE),
        () ->
            new DeployClause.HealthyWhen(
                kind(), text(), optional(this::text), expressions.any(), NOWHERE),
        () ->
            new DeployClause.Report(
                kind(), text(), optional(this::text), optional(expressions::list), NOWHERE),
        () -> new DeployClause.AsServiceAccount(expressions.plain(), NOWHERE),
        () -> new DeployClause.OnDelete(pick(DeployClause.Propagation.class), NOWHERE));
  }

  private RolloutClause rolloutClause() {
    return one(
        () -> new RolloutClause.FirstGroup(name(), NOWHERE),
        () -> new RolloutClause.AtMost(expressions.any(), NOWHERE),
        () -> new RolloutClause.Soak(expressions.literal(), NOWHERE),
        () -> new RolloutClause.Deadline(expressions.literal(), NOWHERE),
        () -> new RolloutClause.MaxFailures(expressions.any(), NOWHERE));
  }

  // ---- fleets and tests

  private FleetMember member() {
    return one(
        () ->
            new FleetMember.Cluster(
                name(),
                optional(this::name),
                optional(expressions::list),
                some(this::clusterClause),
                NOWHERE),
        () -> new FleetMember.PolicyState(qualified(), name(), some(this::qualified), NOWHERE));
  }

  private ClusterClause clusterClause() {
    return one(
        () -> new ClusterClause.Set(qualified(), NOWHERE),
        () -> new ClusterClause.Labels(expressions.object(), NOWHERE),
        () -> new ClusterClause.Claims(expressions.object(), NOWHERE),
        () -> new ClusterClause.Version(expressions.literal(), NOWHERE),
        () -> new ClusterClause.Allocatable(expressions.object(), NOWHERE),
        () ->
            new ClusterClause.Taint(
                expressions.keyPath(), optional(expressions::plain), name(), NOWHERE),
        () -> new ClusterClause.Condition(name(), name(), NOWHERE),
        () -> new ClusterClause.Score(expressions.plain(), expressions.object(), NOWHERE),
        () -> new ClusterClause.Resources(some(this::resource), NOWHERE));
  }

  private FleetRuleClause fleetRuleClause() {
    return one(
        () ->
            new FleetRuleClause.ForEach(
                name(), expressions.any(), optional(expressions::any), NOWHERE),
        () -> new FleetRuleClause.Let(name(), expressions.any(), NOWHERE),
        () -> new FleetRuleClause.Expect(expressions.any(), NOWHERE),
        () -> new FleetRuleClause.Severity(name(), NOWHERE),
        () -> new FleetRuleClause.Message(text(), NOWHERE));
  }

  private TestStep step() {
    return one(
        () -> new TestStep.GivenFact(name(), clusterClause(), NOWHERE),
        () -> new TestStep.GivenState(qualified(), name(), some(this::qualified), NOWHERE),
        () -> new TestStep.Given(expressions.any(), NOWHERE),
        () -> new TestStep.After(expressions.literal(), NOWHERE),
        () ->
            new TestStep.ExpectSelects(
                qualified(),
                random.nextBoolean(),
                some(this::qualified),
                random.nextBoolean(),
                NOWHERE),
        () -> new TestStep.ExpectRejects(qualified(), name(), optional(this::text), NOWHERE),
        () ->
            new TestStep.ExpectPolicy(
                qualified(), name(), some(this::qualified), some(this::violation), NOWHERE),
        () -> new TestStep.ExpectRollout(qualified(), expressions.list(), NOWHERE),
        () -> new TestStep.ExpectHolds(qualified(), NOWHERE),
        () -> new TestStep.ExpectFails(qualified(), optional(expressions::list), NOWHERE),
        () -> new TestStep.ExpectGenerated(qualified(), expressions.plain(), NOWHERE),
        () -> new TestStep.Expect(expressions.any(), NOWHERE));
  }

  private Violation violation() {
    boolean located = random.nextBoolean();
    return new Violation(
        qualified(),
        located ? kind() : null,
        located ? text() : null,
        optional(this::text),
        NOWHERE);
  }
}
