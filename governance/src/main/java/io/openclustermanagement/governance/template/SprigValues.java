package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.ANY;
import static io.openclustermanagement.governance.gotemplate.GoType.BOOL;
import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoJson;
import io.openclustermanagement.governance.gotemplate.GoValue;
import io.openclustermanagement.governance.gotemplate.GoValues;
import java.util.List;

/** Functions of values of any type: defaults, types, JSON, YAML and versions. */
final class SprigValues {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.variadic("default", SprigValues::withDefault, ANY, ANY),
          GoFunction.of("empty", c -> Conversions.of(Conversions.isEmpty(c.value(0))), ANY),
          GoFunction.variadic("coalesce", SprigValues::coalesce, ANY),
          GoFunction.variadic(
              "all", c -> Conversions.of(c.from(0).stream().noneMatch(Conversions::isEmpty)), ANY),
          GoFunction.variadic(
              "any", c -> Conversions.of(!c.from(0).stream().allMatch(Conversions::isEmpty)), ANY),
          GoFunction.of("ternary", c -> c.bool(2) ? c.value(0) : c.value(1), ANY, ANY, BOOL),
          GoFunction.of("typeOf", c -> Conversions.of(type(c.value(0))), ANY),
          GoFunction.of(
              "typeIs", c -> Conversions.of(c.text(0).equals(type(c.value(1)))), STRING, ANY),
          GoFunction.of("typeIsLike", SprigValues::typeIsLike, STRING, ANY),
          GoFunction.of("kindOf", c -> Conversions.of(Conversions.kind(c.value(0))), ANY),
          GoFunction.of(
              "kindIs",
              c -> Conversions.of(c.text(0).equals(Conversions.kind(c.value(1)))),
              STRING,
              ANY),
          GoFunction.of("deepEqual", SprigValues::deepEqual, ANY, ANY),
          GoFunction.of("toJson", c -> lenient(() -> GoJson.of(c.value(0))), ANY),
          GoFunction.of("mustToJson", c -> Conversions.of(GoJson.of(c.value(0))), ANY),
          GoFunction.of("toPrettyJson", c -> lenient(() -> GoJson.pretty(c.value(0))), ANY),
          GoFunction.of("mustToPrettyJson", c -> Conversions.of(GoJson.pretty(c.value(0))), ANY),
          GoFunction.of("toRawJson", c -> Conversions.of(GoJson.raw(c.value(0))), ANY),
          GoFunction.of("mustToRawJson", c -> Conversions.of(GoJson.raw(c.value(0))), ANY),
          GoFunction.of("fromJson", SprigValues::fromJson, STRING),
          GoFunction.of("mustFromJson", c -> JsonReader.read(c.text(0)), STRING),
          GoFunction.of("fromYAML", c -> YamlReader.read(c.text(0)), STRING),
          GoFunction.of("toYAML", SprigValues::toYaml, ANY),
          GoFunction.of("semver", c -> Version.parse(c.text(0)), STRING),
          GoFunction.of("semverCompare", SprigValues::semverCompare, STRING, STRING));

  private SprigValues() {}

  /** Computes a text that may fail. */
  @FunctionalInterface
  private interface Text {
    String get();
  }

  private static GoValue lenient(Text text) {
    try {
      return Conversions.of(text.get());
    } catch (GoError e) {
      if (e.isLimit()) {
        throw e;
      }
      return Conversions.of("");
    }
  }

  private static GoValue withDefault(Arguments call) {
    return call.count() == 1 || Conversions.isEmpty(call.value(1)) ? call.value(0) : call.value(1);
  }

  private static GoValue coalesce(Arguments call) {
    return call.from(0).stream()
        .filter(each -> !Conversions.isEmpty(each))
        .findFirst()
        .orElse(GoValue.NIL);
  }

  private static GoValue deepEqual(Arguments call) {
    call.budget().use(GoValues.weight(call.value(0)) + GoValues.weight(call.value(1)));
    return Conversions.of(call.value(0).equals(call.value(1)));
  }

  private static String type(GoValue value) {
    return value instanceof GoValue.Nil ? "<nil>" : value.type().name();
  }

  private static GoValue typeIsLike(Arguments call) {
    String type = type(call.value(1));
    return Conversions.of(call.text(0).equals(type) || type.equals("*" + call.text(0)));
  }

  /** What cannot be read is nil, without an error. */
  private static GoValue fromJson(Arguments call) {
    try {
      return JsonReader.read(call.text(0));
    } catch (GoError e) {
      return GoValue.NIL;
    }
  }

  private static GoValue toYaml(Arguments call) {
    String yaml = YamlWriter.write(call.value(0));
    return Conversions.of(yaml.endsWith("\n") ? yaml.substring(0, yaml.length() - 1) : yaml);
  }

  private static GoValue semverCompare(Arguments call) {
    VersionConstraint constraint = VersionConstraint.parse(call.text(0));
    return Conversions.of(constraint.allows(Version.parse(call.text(1))));
  }
}
