package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Expr.Attribute;
import io.openclustermanagement.compiler.program.Expr.Constant;
import io.openclustermanagement.compiler.program.Expr.Invalid;
import io.openclustermanagement.compiler.program.Expr.Member;
import io.openclustermanagement.compiler.program.Property;
import io.openclustermanagement.compiler.program.Shape;
import io.openclustermanagement.compiler.program.Shape.Presence;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Type.Struct;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.compiler.program.Values;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.FieldAccess;
import io.openclustermanagement.dsl.syntax.Expression.Identifier;
import io.openclustermanagement.dsl.syntax.Expression.Index;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a dot or in brackets: fields of resources, entries of maps, elements of lists,
 * properties of clusters. A field that may be absent can be tested, but nothing can be read through
 * it without {@code ?.} or a guard.
 */
final class Members {

  private static final int SHORT = 80;

  private final ExpressionChecker checker;
  private final Findings findings;
  private final ClusterProperties properties;

  Members(ExpressionChecker checker, Findings findings) {
    this.checker = checker;
    this.findings = findings;
    this.properties = new ClusterProperties(findings);
  }

  /** A field access or an index, with all that stands before it. */
  Expr read(Expression access, Place place) {
    List<FieldAccess> unsafe = new ArrayList<>();
    Expr value = chain(access, place, unsafe);
    if (unsafe.isEmpty() || value.type() == Simple.ERROR) {
      return value;
    }
    reportUnsafe(access, unsafe);
    return new Invalid(access.at());
  }

  /** {@code has operand}, which may reach through what is absent. */
  Expr has(Expression operand, Place place, Origin origin) {
    Expr value = chain(operand, place, new ArrayList<>());
    boolean askable = value instanceof Attribute || value instanceof Member;
    if (value.type() == Simple.ERROR || askable || value.type() instanceof OptionalOf) {
      return Folding.present(value, origin);
    }
    findings.add(
        Diagnostic.error(
                Code.WRONG_OPERAND,
                operand.span(),
                place.kind() == Place.Kind.RESOURCE
                    ? "`has` asks for something that may be absent."
                    : "`has` asks for something that a cluster may lack.")
            .label("this is always there")
            .help(
                place.kind() == Place.Kind.RESOURCE
                    ? "ask it of a field, as in `has spec.replicas`."
                    : "ask it of a label, a claim or a resource, as in `has label.gpu`."));
    return new Invalid(origin);
  }

  /** The field of the subject that a bare name means; empty if it means none. */
  Optional<Expr> ofSubject(Identifier identifier, Place place) {
    if (!fieldNames(place).contains(identifier.name())) {
      return Optional.empty();
    }
    return place
        .subject()
        .map(
            subject ->
                member(
                    subject,
                    new Step(identifier.name(), identifier.span(), identifier.at()),
                    place));
  }

  /** The bare names of the fields of the subject. */
  static Set<String> fieldNames(Place place) {
    Set<String> names = new HashSet<>();
    if (place.subject().isPresent()
        && place.subject().get().type().present() instanceof Struct(Shape shape)) {
      names.addAll(shape.fieldNames());
      names.addAll(ResourceWords.of(shape));
    }
    return names;
  }

  // Chains.

  private record Step(String name, SourceSpan nameSpan, Origin origin) {
    static Step of(FieldAccess access) {
      return new Step(access.field().text(), access.field().span(), access.at());
    }
  }

  private Expr chain(Expression expression, Place place, List<FieldAccess> unsafe) {
    return switch (expression) {
      case FieldAccess access -> checker.noted(access, field(access, place, unsafe));
      case Index index -> checker.noted(index, index(index, place, unsafe));
      default -> checker.infer(expression, place, null);
    };
  }

  private Expr field(FieldAccess access, Place place, List<FieldAccess> unsafe) {
    if (!meansFamily(access.target(), place)) {
      return behind(chain(access.target(), place, unsafe), access, place, unsafe);
    }
    Expr owner = owner(access.target(), place, unsafe);
    if (isCluster(owner)) {
      return properties.member(
          new Families.Family(word(access.target()), owner),
          access.field().text(),
          access.field().span(),
          access.at());
    }
    Expr family = behind(owner, (FieldAccess) access.target(), place, unsafe);
    return behind(family, access, place, unsafe);
  }

  /** The cluster, or something else, whose labels, claims or resources an expression means. */
  private Expr owner(Expression family, Place place, List<FieldAccess> unsafe) {
    return family instanceof FieldAccess access
        ? chain(access.target(), place, unsafe)
        : Names.currentCluster(family.at());
  }

  private static String word(Expression family) {
    return family instanceof FieldAccess access
        ? access.field().text()
        : ((Identifier) family).name();
  }

  private static boolean isCluster(Expr value) {
    return value.type() == Simple.CLUSTER || value.type() == Simple.ERROR;
  }

  private static boolean meansFamily(Expression expression, Place place) {
    if (expression instanceof Identifier(String name, _)) {
      return place.kind() == Place.Kind.CLUSTER
          && Families.isFamily(name)
          && !place.locals().containsKey(name);
    }
    return expression instanceof FieldAccess(Expression target, var field, _, _)
        && Families.isFamily(field.text())
        && !meansFamily(target, place);
  }

  private Expr behind(Expr target, FieldAccess access, Place place, List<FieldAccess> unsafe) {
    if (target.type() == Simple.ERROR) {
      return new Invalid(access.at());
    }
    if (target.type() == Simple.CLUSTER) {
      return properties.read(target, access);
    }
    if (target.type() instanceof OptionalOf && !access.safe()) {
      unsafe.add(access);
    }
    return member(target, Step.of(access), place);
  }

  private Expr member(Expr target, Step step, Place place) {
    return switch (target.type().present()) {
      case Struct(Shape shape) -> ofStruct(target, shape, step, place);
      case MapOf(Type value) ->
          value(target, key(step), Presence.OPTIONAL, value, step.origin(), place);
      case Simple simple when simple == Simple.ANY ->
          new Member(target, key(step), Presence.OPTIONAL, Simple.ANY, step.origin());
      case Simple _, ListOf _, OptionalOf _ -> {
        reportNoMember(target, step, Set.of());
        yield new Invalid(step.origin());
      }
    };
  }

  private static Constant key(Step step) {
    return new Constant(new StringValue(step.name()), step.origin());
  }

  private Expr ofStruct(Expr target, Shape shape, Step step, Place place) {
    Optional<Shape.Field> field = shape.field(step.name());
    if (field.isPresent()) {
      Shape.Field found = field.get();
      return value(target, key(step), found.presence(), found.type(), step.origin(), place);
    }
    Optional<Expr> word = ResourceWords.read(target, shape, step.name(), step.origin());
    if (word.isPresent()) {
      return word.get();
    }
    Set<String> known = new HashSet<>(shape.fieldNames());
    known.addAll(ResourceWords.of(shape));
    reportNoMember(target, step, known);
    return new Invalid(step.origin());
  }

  /** A member, whose type says whether it may be absent at this place. */
  private static Expr value(
      Expr target, Expr key, Presence presence, Type type, Origin origin, Place place) {
    Member member = new Member(target, key, presence, type, origin);
    boolean absent = presence == Presence.OPTIONAL || target.type() instanceof OptionalOf;
    boolean guarded = Guards.path(member).filter(place.known()::contains).isPresent();
    return absent && !guarded && type != Simple.ANY
        ? new Member(target, key, presence, new OptionalOf(type.present()), origin)
        : member;
  }

  // Brackets.

  private Expr index(Index access, Place place, List<FieldAccess> unsafe) {
    if (!meansFamily(access.target(), place)) {
      return element(chain(access.target(), place, unsafe), access, place);
    }
    Expr owner = owner(access.target(), place, unsafe);
    if (!isCluster(owner)) {
      return element(behind(owner, (FieldAccess) access.target(), place, unsafe), access, place);
    }
    Optional<Value> key =
        checker.constant(
            checker.expect(checker.infer(access.index(), place, Simple.STRING), Simple.STRING));
    return key.orElse(null) instanceof StringValue(String text)
        ? properties.member(
            new Families.Family(word(access.target()), owner),
            text,
            access.index().span(),
            access.at())
        : new Invalid(access.at());
  }

  private Expr element(Expr target, Index access, Place place) {
    return switch (target.type().present()) {
      case MapOf(Type value) -> element(target, Simple.STRING, value, access, place);
      case ListOf(Type value) -> element(target, Simple.INT, value, access, place);
      case Struct _ -> named(target, access, place);
      case Simple simple when simple == Simple.ANY -> {
        Expr key = checker.infer(access.index(), place, null);
        yield Folding.member(target, key, Presence.OPTIONAL, Simple.ANY, access.at());
      }
      case Simple _, OptionalOf _ -> {
        if (target.type() != Simple.ERROR) {
          findings.add(
              Diagnostic.error(
                  Code.UNKNOWN_PROPERTY,
                  access.index().span(),
                  "%s has no elements.".formatted(target.type())));
        }
        yield new Invalid(access.at());
      }
    };
  }

  /** A field whose name is no identifier. */
  private Expr named(Expr target, Index access, Place place) {
    Expr key = checker.expect(checker.infer(access.index(), place, Simple.STRING), Simple.STRING);
    return checker.constant(key).orElse(null) instanceof StringValue(String name)
        ? member(target, new Step(name, access.index().span(), access.at()), place)
        : new Invalid(access.at());
  }

  private Expr element(Expr target, Type keyType, Type valueType, Index access, Place place) {
    Expr key = checker.expect(checker.infer(access.index(), place, keyType), keyType);
    if (key.type() == Simple.ERROR) {
      return new Invalid(access.at());
    }
    boolean computed = place.kind() == Place.Kind.RESOURCE || target instanceof Member;
    if (computed && (Folding.constant(target).isEmpty() || Folding.constant(key).isEmpty())) {
      return value(target, key, Presence.OPTIONAL, valueType, access.at(), place);
    }
    Optional<Value> collection = checker.constant(target);
    Optional<Value> wanted = collection.flatMap(_ -> checker.constant(key));
    if (collection.isEmpty() || wanted.isEmpty()) {
      return new Invalid(access.at());
    }
    Optional<Value> found = Values.element(collection.get(), wanted.get());
    if (found.isEmpty()) {
      findings.add(
          Diagnostic.error(
              Code.UNKNOWN_PROPERTY,
              access.index().span(),
              "There is no element `%s`.".formatted(Values.text(wanted.get()))));
      return new Invalid(access.at());
    }
    return new Constant(found.get(), access.at());
  }

  // Reports.

  private void reportUnsafe(Expression access, List<FieldAccess> unsafe) {
    String through = unsafe.getFirst().target().span().text();
    findings.add(
        Diagnostic.error(
                Code.MAY_BE_ABSENT,
                access.span(),
                "`%s` may be absent.".formatted(shortened(access.span().text())))
            .label("`%s` is not always there".formatted(shortened(through)))
            .help(
                "read it with `%s`, or test `has %s` first."
                    .formatted(safely(access, unsafe), through)));
  }

  /** The text of a chain with {@code ?.} where it is needed. */
  private static String safely(Expression expression, List<FieldAccess> unsafe) {
    return switch (expression) {
      case FieldAccess access ->
          safely(access.target(), unsafe)
              + (access.safe() || unsafe.contains(access) ? "?." : ".")
              + access.field().text();
      case Index index -> safely(index.target(), unsafe) + "[" + index.index().span().text() + "]";
      default -> expression.span().text();
    };
  }

  private void reportNoMember(Expr target, Step step, Set<String> known) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_PROPERTY,
            step.nameSpan(),
            "%s has no `%s`.".formatted(target.type().present(), step.name()));
    if (target instanceof Attribute(_, Property.Label(String key), _)) {
      finding.help(
          "write a key with dots in brackets: `label[\"%s.%s\"]`.".formatted(key, step.name()));
    } else if (target instanceof Attribute(_, Property.Claim(String key), _)) {
      finding.help(
          "write a name with dots in brackets: `claim[\"%s.%s\"]`.".formatted(key, step.name()));
    } else {
      Suggestions.closest(step.name(), known)
          .ifPresent(near -> finding.label("did you mean `%s`?".formatted(near)));
    }
    findings.add(finding);
  }

  static String shortened(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT - 3) + "…";
  }
}
