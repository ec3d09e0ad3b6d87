package io.openclustermanagement.governance.template;

import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of <a href="https://masterminds.github.io/sprig/">Sprig</a> and those that
 * go-template-utils adds or replaces and that depend on their arguments alone.
 */
final class Sprig {
  private static final String RANDOM =
      "its value is random, and the result of an evaluation has to be the same each time";
  private static final String CLOCK =
      "its value depends on the time of the call; use `now` with a given time";
  private static final String HOST =
      "use of denylisted template function: function '%s' is considered a security risk";

  /** The names that are known and not available, with the reason. */
  private static final Map<String, String> UNAVAILABLE = unavailable();

  private static final Map<String, GoFunction> FUNCTIONS = functions();

  private Sprig() {}

  static boolean isFunction(String name) {
    return FUNCTIONS.containsKey(name);
  }

  static @Nullable GoFunction find(String name) {
    return FUNCTIONS.get(name);
  }

  private static Map<String, String> unavailable() {
    Map<String, String> all = new HashMap<>();
    Stream.of(
            "randAlphaNum",
            "randAlpha",
            "randAscii",
            "randNumeric",
            "randBytes",
            "randInt",
            "shuffle",
            "uuidv4",
            "bcrypt",
            "htpasswd",
            "genPrivateKey",
            "genCA",
            "genCAWithKey",
            "genSelfSignedCert",
            "genSelfSignedCertWithKey",
            "genSignedCert",
            "genSignedCertWithKey",
            "encryptAES")
        .forEach(name -> all.put(name, RANDOM));
    Stream.of("ago", "getHostByName")
        .forEach(name -> all.put(name, name.equals("ago") ? CLOCK : "it asks the network"));
    Stream.of("buildCustomCert", "derivePassword", "decryptAES")
        .forEach(name -> all.put(name, "keys and passwords do not belong into a policy"));
    Stream.of(
            "snakecase",
            "camelcase",
            "kebabcase",
            "abbrev",
            "abbrevboth",
            "durationRound",
            "urlParse",
            "urlJoin")
        .forEach(name -> all.put(name, "this engine does not have it"));
    return Map.copyOf(all);
  }

  private static Map<String, GoFunction> functions() {
    Map<String, GoFunction> all = new HashMap<>();
    Stream.of(
            SprigText.FUNCTIONS,
            SprigNumbers.FUNCTIONS,
            SprigLists.FUNCTIONS,
            SprigMaps.FUNCTIONS,
            SprigValues.FUNCTIONS,
            SprigTime.FUNCTIONS,
            SprigRegex.FUNCTIONS,
            SprigPaths.FUNCTIONS,
            SprigWords.FUNCTIONS)
        .flatMap(List::stream)
        .forEach(each -> all.put(each.name(), each));
    UNAVAILABLE.forEach(
        (name, reason) -> all.put(name, failing(name, name + " is not available: " + reason)));
    Stream.of("env", "expandenv")
        .forEach(name -> all.put(name, failing(name, HOST.formatted(name))));
    aliases().forEach((alias, name) -> all.put(alias, named(all, name, alias)));
    return Map.copyOf(all);
  }

  private static GoFunction named(Map<String, GoFunction> all, String name, String alias) {
    return java.util.Objects.requireNonNull(all.get(name)).named(alias);
  }

  private static GoFunction failing(String name, String message) {
    return GoFunction.variadic(name, _ -> fail(message), GoType.ANY);
  }

  private static GoValue fail(String message) {
    throw new GoError(message);
  }

  private static Map<String, String> aliases() {
    return Map.ofEntries(
        Map.entry("trimall", "trimAll"),
        Map.entry("tuple", "list"),
        Map.entry("push", "append"),
        Map.entry("mustPush", "mustAppend"),
        Map.entry("biggest", "max"),
        Map.entry("date_in_zone", "dateInZone"),
        Map.entry("date_modify", "dateModify"),
        Map.entry("must_date_modify", "mustDateModify"),
        Map.entry("fromYaml", "fromYAML"),
        Map.entry("toYaml", "toYAML"),
        Map.entry("fromJSON", "fromJson"),
        Map.entry("mustFromJSON", "mustFromJson"),
        Map.entry("toJSON", "toJson"),
        Map.entry("mustToJSON", "mustToJson"),
        Map.entry("toRawJSON", "toRawJson"),
        Map.entry("mustToRawJSON", "mustToRawJson"),
        Map.entry("b64enc", "base64enc"),
        Map.entry("b64dec", "base64dec"),
        Map.entry("osBase", "base"),
        Map.entry("osClean", "clean"),
        Map.entry("osDir", "dir"),
        Map.entry("osExt", "ext"),
        Map.entry("osIsAbs", "isAbs"));
  }
}
