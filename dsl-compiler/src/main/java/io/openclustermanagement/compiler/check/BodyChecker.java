package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.meta.Quantity;
import io.openclustermanagement.api.schema.FieldPath;
import io.openclustermanagement.compiler.check.ScalarChecker.Target;
import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.diagnostic.TextEdit;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.Expression.Literal;
import io.openclustermanagement.dsl.syntax.Expression.LiteralKind;
import io.openclustermanagement.dsl.syntax.KeyPath;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a resource against its type, and turns them into JSON. */
final class BodyChecker {

  private static final StructuralType ANY = new StructuralType.Any(false);
  private static final int MOST_FIELDS_SHOWN = 8;

  private final Context context;
  private final Findings findings;
  private final Purpose purpose;
  private final @Nullable Identity identity;
  private final ScalarChecker scalars;
  private final Map<String, Expr> templates = new LinkedHashMap<>();
  private final Map<String, SourceSpan> spans = new LinkedHashMap<>();

  /** For objects that are no resources by themselves, such as a patch. */
  BodyChecker(Context context, Purpose purpose) {
    this(context, purpose, null);
  }

  /**
   * @param identity what the head says, or null where there is none
   */
  BodyChecker(Context context, Purpose purpose, @Nullable Identity identity) {
    this.context = context;
    this.findings = context.findings();
    this.purpose = purpose;
    this.identity = identity;
    this.scalars = new ScalarChecker(findings, purpose);
  }

  /** An object that is being put together, so that {@code a.b: 1} and {@code a.c: 2} meet. */
  static final class Draft {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Sets a field that is no object. */
    void put(String name, JsonValue value) {
      fields.put(name, value);
    }

    /** The object of a field, made if there is none; null if the field is something else. */
    @Nullable Draft object(String name) {
      Object field = fields.computeIfAbsent(name, _ -> new Draft());
      return field instanceof Draft draft ? draft : null;
    }

    JsonObject json() {
      Map<String, JsonValue> values = new LinkedHashMap<>();
      fields.forEach(
          (name, value) ->
              values.put(name, value instanceof Draft draft ? draft.json() : (JsonValue) value));
      return new JsonObject(values);
    }
  }

  /** The texts that depend on the cluster, by JSON pointer. */
  Map<String, Expr> templates() {
    return templates;
  }

  /** Where values are written, by JSON pointer. */
  Map<String, SourceSpan> spans() {
    return spans;
  }

  /** Adds the fields of a literal to an object. */
  void fields(ObjectLiteral literal, StructuralType type, Draft draft, String pointer) {
    for (Entry entry : literal.entries()) {
      switch (entry) {
        case Entry.Field field -> field(field, type, draft, pointer);
        case Entry.Spread(Expression value, _) -> spread(value, type, draft, pointer);
        case Entry.Error _ -> {}
      }
    }
  }

  private void field(Entry.Field field, StructuralType type, Draft draft, String pointer) {
    Draft owner = draft;
    StructuralType ownerType = type;
    String path = pointer;
    List<Name> parts = field.key().parts();
    for (Name part : parts.subList(0, parts.size() - 1)) {
      ownerType = member(ownerType, part);
      path = path + "/" + FieldPath.escape(part.text());
      spans.putIfAbsent(path, part.span());
      Draft inner = isObject(ownerType, part) ? owner.object(part.text()) : new Draft();
      if (inner == null) {
        reportTwice(part, path);
        return;
      }
      owner = inner;
    }
    Name last = parts.getLast();
    assign(field.key(), field.value(), member(ownerType, last), owner, path);
  }

  private void assign(
      KeyPath key, Expression value, StructuralType type, Draft owner, String ownerPath) {
    Name name = key.parts().getLast();
    String pointer = ownerPath + "/" + FieldPath.escape(name.text());
    if (identity != null && identity.claims(pointer, name, value)) {
      return;
    }
    if (value instanceof ObjectLiteral object && takesFields(type)) {
      spans.putIfAbsent(pointer, name.span());
      Draft inner = owner.object(name.text());
      if (inner == null) {
        reportTwice(name, pointer);
      } else {
        fields(object, type, inner, pointer);
      }
      return;
    }
    SourceSpan before = spans.put(pointer, value.span());
    if (before != null) {
      reportTwice(name, before);
      return;
    }
    value(value, type, "`%s`".formatted(name.text()), pointer)
        .ifPresent(json -> owner.put(name.text(), json));
  }

  /** The type of a field; any if there is none, after a report. */
  private StructuralType member(StructuralType owner, Name name) {
    return switch (owner) {
      case StructType struct -> {
        StructField field = struct.field(name.text());
        if (field == null && !struct.open()) {
          reportUnknown(struct, name);
        }
        yield field == null ? ANY : field.type();
      }
      case StructuralType.MapOf(StructuralType values) -> values;
      default -> ANY;
    };
  }

  private static boolean takesFields(StructuralType type) {
    return switch (type) {
      case StructType _,
          StructuralType.MapOf _,
          StructuralType.Any _,
          StructuralType.EmbeddedResource _ ->
          true;
      default -> false;
    };
  }

  /** Whether a field can have fields of its own; reports if not. */
  private boolean isObject(StructuralType type, Name name) {
    if (!takesFields(type)) {
      findings.add(
          ScalarChecker.typeError(type, new Target("`%s`".formatted(name.text()), name.span()))
              .label("this has no fields"));
    }
    return takesFields(type);
  }

  private void spread(Expression value, StructuralType type, Draft draft, String pointer) {
    if (value instanceof ObjectLiteral object) {
      fields(object, type, draft, pointer);
      return;
    }
    Expr map = context.expressions().value(value, Place.MANIFEST, null);
    if (map.type() == Simple.ERROR) {
      return;
    }
    if (constant(map) instanceof Value.MapValue(_, var entries)) {
      entries.forEach(
          (name, each) -> {
            Name key = new Name(name, value.at());
            String place = pointer + "/" + FieldPath.escape(name);
            spans.put(place, value.span());
            constant(each, member(type, key), "`%s`".formatted(name), value.span(), place)
                .ifPresent(json -> draft.put(name, json));
          });
    } else if (map instanceof Expr.Constant) {
      findings.add(
          Diagnostic.error(Code.TYPE_MISMATCH, value.span(), "`...` takes a map.")
              .label("this is " + map.type()));
    }
  }

  /** The JSON of a value; empty after a report. */
  Optional<JsonValue> value(Expression value, StructuralType type, String subject, String pointer) {
    return switch (value) {
      case ObjectLiteral object -> object(object, type, subject, pointer);
      case ListLiteral list -> list(list, type, subject, pointer);
      case Literal literal when isText(literal, type) ->
          Optional.of(new JsonString(literal.text()));
      case Literal literal when literal.kind() == LiteralKind.UNIT && !takesUnit(type) ->
          scalars.unitMismatch(type, new Target(subject, literal.span()));
      default -> expression(value, type, subject, pointer);
    };
  }

  /** Amounts keep the form they are written in, and so does everything where no type is known. */
  private static boolean isText(Literal literal, StructuralType type) {
    boolean unit = literal.kind() == LiteralKind.UNIT;
    return switch (type) {
      case StructuralType.Any(boolean object) ->
          !object
              && (unit
                  || literal.kind() == LiteralKind.PERCENT
                  || literal.kind() == LiteralKind.VERSION
                  || literal.kind() == LiteralKind.DATE);
      case StructuralType.Amount _ -> unit && Quantity.isValid(literal.text());
      default -> false;
    };
  }

  private static boolean takesUnit(StructuralType type) {
    Type hint = Hints.of(type);
    return hint == Simple.DURATION || hint == Simple.QUANTITY;
  }

  private Optional<JsonValue> object(
      ObjectLiteral object, StructuralType type, String subject, String pointer) {
    if (!takesFields(type)) {
      findings.add(
          ScalarChecker.typeError(type, new Target(subject, object.span()))
              .label("this is an object"));
      return Optional.empty();
    }
    Draft draft = new Draft();
    fields(object, type, draft, pointer);
    return Optional.of(draft.json());
  }

  private Optional<JsonValue> list(
      ListLiteral list, StructuralType type, String subject, String pointer) {
    StructuralType element =
        switch (type) {
          case StructuralType.ListOf each -> each.element();
          case StructuralType.Any(boolean object) when !object -> ANY;
          default -> null;
        };
    if (element == null) {
      findings.add(
          ScalarChecker.typeError(type, new Target(subject, list.span())).label("this is a list"));
      return Optional.empty();
    }
    List<JsonValue> items = new ArrayList<>();
    for (Expression each : list.elements()) {
      String place = pointer + "/" + items.size();
      spans.put(place, each.span());
      items.add(value(each, element, "An item of " + subject, place).orElse(JsonNull.NULL));
    }
    return Optional.of(new JsonArray(items));
  }

  private Optional<JsonValue> expression(
      Expression value, StructuralType type, String subject, String pointer) {
    Expr checked = context.expressions().value(value, Place.MANIFEST, Hints.of(type));
    if (checked.type() == Simple.ERROR) {
      return Optional.empty();
    }
    if (checked instanceof Expr.Constant(Value known, _)) {
      return constant(known, type, subject, value.span(), pointer);
    }
    return template(checked, type, subject, pointer);
  }

  private @Nullable Value constant(Expr value) {
    return context.expressions().constant(value).orElse(null);
  }

  private Optional<JsonValue> constant(
      Value value, StructuralType type, String subject, SourceSpan span, String pointer) {
    return switch (value) {
      case Value.ListValue(_, List<Value> elements)
          when type instanceof StructuralType.ListOf || type instanceof StructuralType.Any ->
          Optional.of(items(elements, type, subject, span, pointer));
      case Value.MapValue(_, var entries) when takesFields(type) -> {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        entries.forEach(
            (name, each) -> {
              Name key = new Name(name, new Origin(span));
              String place = pointer + "/" + FieldPath.escape(name);
              constant(each, member(type, key), "`%s`".formatted(name), span, place)
                  .ifPresent(json -> fields.put(name, json));
            });
        yield Optional.of(new JsonObject(fields));
      }
      default -> scalars.check(value, type, new Target(subject, span));
    };
  }

  private JsonArray items(
      List<Value> elements, StructuralType type, String subject, SourceSpan span, String pointer) {
    StructuralType element = type instanceof StructuralType.ListOf list ? list.element() : ANY;
    List<JsonValue> items = new ArrayList<>();
    for (Value each : elements) {
      constant(each, element, "An item of " + subject, span, pointer + "/" + items.size())
          .ifPresent(items::add);
    }
    return new JsonArray(items);
  }

  /** A text that depends on the cluster. */
  private Optional<JsonValue> template(
      Expr value, StructuralType type, String subject, String pointer) {
    SourceSpan span = value.origin().span();
    boolean text =
        switch (type) {
          case StructuralType.Text _,
              StructuralType.Amount _,
              StructuralType.IntOrText _,
              StructuralType.Any _ ->
              true;
          default -> false;
        };
    if (!text || value.type() != Simple.STRING) {
      findings.add(
          ScalarChecker.typeError(type, new Target(subject, span))
              .label("this is " + value.type()));
      return Optional.empty();
    }
    if (!Templates.isTemplate(value) || !purpose.mayUseTemplates()) {
      Templates.report(value, purpose, findings);
      return Optional.empty();
    }
    templates.put(pointer, value);
    return Optional.of(new JsonString(Templates.text(value)));
  }

  private void reportTwice(Name name, String pointer) {
    SourceSpan before = spans.get(pointer);
    reportTwice(name, before == null ? name.span() : before);
  }

  private void reportTwice(Name name, SourceSpan before) {
    findings.add(
        Diagnostic.error(
                Code.DUPLICATE_FIELD, name.span(), "`%s` is given twice.".formatted(name.text()))
            .related(before, "the first one"));
  }

  private void reportUnknown(StructType struct, Name name) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_RESOURCE_FIELD,
            name.span(),
            "`%s` has no field `%s`.".formatted(struct.name(), name.text()));
    Optional<String> inner = inner(struct, name.text());
    Optional<String> near = Suggestions.closest(name.text(), struct.fieldNames());
    if (inner.isPresent()) {
      finding.label("did you mean `%s`?".formatted(inner.get()));
    } else if (near.isPresent()) {
      finding.label("did you mean `%s`?".formatted(near.get()));
      finding.fix("write `%s`".formatted(near.get()), false, new TextEdit(name.span(), near.get()));
    } else if (struct.fieldNames().size() <= MOST_FIELDS_SHOWN) {
      finding.note("it has " + String.join(", ", struct.fieldNames()));
    }
    findings.add(finding);
  }

  /** The path to a field of that name one level deeper, if there is just one. */
  private static Optional<String> inner(StructType struct, String name) {
    List<String> paths =
        struct.fields().stream()
            .filter(field -> field.type() instanceof StructType inner && inner.field(name) != null)
            .filter(field -> !field.name().equals("status"))
            .map(field -> field.name() + "." + name)
            .toList();
    return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
  }
}
