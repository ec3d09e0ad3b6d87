package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.gotemplate.Arguments;
import io.openclustermanagement.governance.gotemplate.Budget;
import io.openclustermanagement.governance.gotemplate.GoError;
import io.openclustermanagement.governance.gotemplate.GoFormat;
import io.openclustermanagement.governance.gotemplate.GoFunction;
import io.openclustermanagement.governance.gotemplate.GoFunctions;
import io.openclustermanagement.governance.gotemplate.GoJson;
import io.openclustermanagement.governance.gotemplate.GoType;
import io.openclustermanagement.governance.gotemplate.GoValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that depend on the cluster and on how templates are resolved, for one document. */
final class ClusterFunctions implements GoFunctions {
  private static final Set<String> NAMES =
      Set.of(
          "lookup",
          "fromConfigMap",
          "fromSecret",
          "fromClusterClaim",
          "lookupClusterClaim",
          "copyConfigMapData",
          "copySecretData",
          "getNodesWithExactRoles",
          "hasNodesWithExactRoles",
          "protect",
          "now");
  private static final String SKIP_OBJECT = "skipObject";
  private static final String CLAIMS = "cluster.open-cluster-management.io/v1alpha1";
  private static final String ROLE = "node-role.kubernetes.io/";

  private final TemplateOptions options;
  private final Lookups lookups;
  private final Budget budget;
  private final Map<String, GoFunction> functions = new HashMap<>();
  private boolean skipped;

  ClusterFunctions(TemplateOptions options, ObjectLookup lookup) {
    this.options = options;
    this.lookups = new Lookups(options, lookup);
    this.budget = new Budget(options.limits());
  }

  /** Whether a name is one of these functions. */
  static boolean isFunction(String name, TemplateOptions options) {
    return NAMES.contains(name)
        || options.denied().contains(name)
        || (options.skipObject() && name.equals(SKIP_OBJECT));
  }

  boolean isSensitive() {
    return lookups.isSensitive();
  }

  boolean isSkipped() {
    return skipped;
  }

  List<ObjectQuery> queries() {
    return lookups.queries();
  }

  Budget budget() {
    return budget;
  }

  @Override
  public @Nullable GoFunction find(String name) {
    if (!isFunction(name, options)) {
      return Sprig.find(name);
    }
    return functions.computeIfAbsent(name, this::function);
  }

  private GoFunction function(String name) {
    if (options.denied().contains(name)) {
      return GoFunction.variadic(name, _ -> denied(name), GoType.ANY);
    }
    GoType text = GoType.STRING;
    return switch (name) {
      case "lookup" -> GoFunction.variadic(name, this::lookup, text, text, text, text, text);
      case "fromConfigMap" -> GoFunction.of(name, this::fromConfigMap, text, text, text);
      case "fromSecret" -> GoFunction.of(name, this::fromSecret, text, text, text);
      case "copyConfigMapData" -> GoFunction.of(name, this::copyConfigMapData, text, text);
      case "copySecretData" -> GoFunction.of(name, this::copySecretData, text, text);
      case "fromClusterClaim" -> GoFunction.of(name, this::fromClusterClaim, text);
      case "lookupClusterClaim" -> GoFunction.of(name, this::lookupClusterClaim, text);
      case "getNodesWithExactRoles" ->
          GoFunction.variadic(name, call -> Lookups.list(nodes(call)), text);
      case "hasNodesWithExactRoles" ->
          GoFunction.variadic(name, call -> new GoValue.Bool(!nodes(call).isEmpty()), text);
      case "protect" -> GoFunction.of(name, this::protect, text);
      case SKIP_OBJECT -> GoFunction.variadic(name, this::skipObject, GoType.ANY);
      default -> GoFunction.of(name, _ -> now());
    };
  }

  private static GoValue denied(String name) {
    throw new GoError(
        "use of denylisted template function: function '%s' is not allowed".formatted(name));
  }

  private GoValue now() {
    return new GoValue.Time(
        options
            .now()
            .orElseThrow(
                () ->
                    new GoError(
                        "now is not available: the result of an evaluation must not depend on"
                            + " when it is done"))
            .atZone(ZoneOffset.UTC));
  }

  private GoValue skipObject(Arguments call) {
    if (call.count() > 1) {
      throw new GoError(
          "expected one optional boolean argument but received %d arguments"
              .formatted(call.count()));
    }
    if (call.count() == 0) {
      skipped = true;
    } else if (!skipped) {
      if (!(call.value(0) instanceof GoValue.Bool(boolean skip))) {
        throw new GoError(
            "expected boolean but received '%s'".formatted(GoFormat.print(call.value(0))));
      }
      skipped = skip;
    }
    return new GoValue.Text("");
  }

  private GoValue lookup(Arguments call) {
    String apiVersion = call.text(0);
    String kind = call.text(1);
    String name = call.text(3);
    if (name.isEmpty()) {
      return Lookups.list(lookups.select(apiVersion, kind, call.text(2), call.textsFrom(4)));
    }
    return lookups
        .find(apiVersion, kind, call.text(2), name)
        .<GoValue>map(JsonValues::map)
        .orElse(GoValue.Mapping.nil(GoType.MAP));
  }

  private GoValue fromConfigMap(Arguments call) {
    check(call, "namespace, name, and key must be specified");
    return entry(configMap(call), call.text(2));
  }

  private GoValue fromSecret(Arguments call) {
    check(call, "namespace, name, and key must be specified");
    GoValue value = entry(secret(call), call.text(2));
    return value instanceof GoValue.Text(String text) ? new GoValue.Text(secured(text)) : value;
  }

  private GoValue copyConfigMapData(Arguments call) {
    check(call, "namespace and name must be specified");
    return new GoValue.Text(GoJson.of(data(configMap(call))));
  }

  private GoValue copySecretData(Arguments call) {
    check(call, "namespace and name must be specified");
    GoValue.Mapping data = data(secret(call));
    Map<String, GoValue> secured = new LinkedHashMap<>();
    data.entries()
        .forEach(
            (key, value) ->
                secured.put(
                    key,
                    options.encryption().isPresent() && onHub()
                        ? new GoValue.Text(secured(GoFormat.print(value)))
                        : value));
    return new GoValue.Text(GoJson.of(data.isNil() ? data : GoValue.Mapping.of(secured)));
  }

  /** Name and key have to be given; the namespace, too, unless only one can be read. */
  private void check(Arguments call, String message) {
    boolean missing = options.lookupNamespace().isEmpty() && call.text(0).isEmpty();
    for (int i = 1; i < call.count(); i++) {
      missing |= call.text(i).isEmpty();
    }
    if (missing) {
      throw new GoError("the input is invalid: " + message);
    }
  }

  private JsonObject configMap(Arguments call) {
    String name = call.text(1);
    return lookups.get(
        "v1",
        "ConfigMap",
        call.text(0),
        name,
        "failed getting the ConfigMap %s from %s: ".formatted(name, call.text(0)));
  }

  private JsonObject secret(Arguments call) {
    String name = call.text(1);
    return lookups.get(
        "v1",
        "Secret",
        call.text(0),
        name,
        "failed to get the secret %s from %s: ".formatted(name, call.text(0)));
  }

  private static GoValue entry(JsonObject object, String key) {
    return new GoValue.Text(object.object("data").text(key).orElse(""));
  }

  private static GoValue.Mapping data(JsonObject object) {
    return object.get("data") instanceof JsonObject data
        ? JsonValues.map(data)
        : GoValue.Mapping.nil(GoType.MAP);
  }

  private boolean onHub() {
    return options.delimiters() == TemplateOptions.Delimiters.HUB;
  }

  private String secured(String plain) {
    return onHub() ? options.encryption().map(keys -> keys.encrypt(plain)).orElse(plain) : plain;
  }

  private GoValue protect(Arguments call) {
    if (!onHub() || options.encryption().isEmpty()) {
      throw new GoError("the protect template function is not enabled in this mode");
    }
    lookups.markSensitive();
    return new GoValue.Text(secured(call.text(0)));
  }

  private GoValue fromClusterClaim(Arguments call) {
    String name = call.text(0);
    if (name.isEmpty()) {
      throw new GoError("a claim name must be provided");
    }
    return claim(name, lookups.get(CLAIMS, "ClusterClaim", "", name, ""));
  }

  private GoValue lookupClusterClaim(Arguments call) {
    String name = call.text(0);
    if (name.isEmpty()) {
      throw new GoError("a claim name must be provided");
    }
    return lookups
        .find(CLAIMS, "ClusterClaim", "", name)
        .map(found -> claim(name, found))
        .orElse(new GoValue.Text(""));
  }

  private static GoValue claim(String name, JsonObject claim) {
    if (!(claim.get("spec") instanceof JsonObject spec)) {
      throw new GoError("unexpected ClusterClaim format: " + name);
    }
    return new GoValue.Text(spec.text("value").orElse(""));
  }

  /** The nodes that have all of some roles and no other, where {@code worker} does not count. */
  private List<JsonObject> nodes(Arguments call) {
    List<String> roles = new ArrayList<>();
    for (String role : call.textsFrom(0)) {
      if (!role.isBlank()) {
        roles.add(ROLE + role);
      }
    }
    if (roles.isEmpty()) {
      throw new GoError("the input is invalid: at least one name must be specified");
    }
    List<JsonObject> found = lookups.select("v1", "Node", "", roles);
    roles.add(ROLE + "worker");
    return found.stream().filter(node -> hasNoOtherRole(node, roles)).toList();
  }

  private static boolean hasNoOtherRole(JsonObject node, List<String> roles) {
    return node.object("metadata").object("labels").fields().keySet().stream()
        .allMatch(label -> !label.startsWith("node-role.kubernetes.io") || roles.contains(label));
  }
}
