package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.api.kubernetes.KindLookup;
import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.dsl.parser.Continuation;
import io.openclustermanagement.dsl.parser.Continuation.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;

/** Proposes the fields of a Kubernetes resource that is written inline, and their values. */
final class ResourceCompletions {
  private static final String KEY = "(?:\"[^\"]*\"|[\\w-]+)";
  private static final Pattern KIND = Pattern.compile("^(\\w+)(?:\\s*@\\s*([\\w./-]+))?");
  private static final Pattern PATH =
      Pattern.compile("^\\s*(" + KEY + "(?:\\s*\\.\\s*" + KEY + ")*)\\s*([:{])");

  private final CompletionItems items;

  ResourceCompletions(CompletionItems items) {
    this.items = items;
  }

  /** The fields that the object around a key has. */
  void fields(Continuation at) {
    List<String> path = outerPath(at);
    at.inside("entry")
        .ifPresent(
            entry -> {
              // The parts of the key that stand before its last dot.
              String typed = entry.text().text().replaceFirst("\\s*\\.?\\s*$", "");
              if (!typed.isEmpty()) {
                path.addAll(parts(typed));
              }
            });
    if (type(at, path).orElse(null) instanceof StructType struct) {
      struct.fields().forEach(this::add);
    }
  }

  private void add(StructField field) {
    boolean block = isObject(field.type());
    items
        .key(field.name())
        .inserting(block ? field.name() : field.name() + ": ")
        .detailed(field.type().noun() + (field.required() ? ", required" : ""))
        .documented(field.description());
  }

  private static boolean isObject(StructuralType type) {
    return type instanceof StructType
        || type instanceof StructuralType.MapOf
        || type instanceof StructuralType.EmbeddedResource;
  }

  /** The values that a field may have, if there are only some. */
  void values(Continuation at, boolean literals) {
    List<String> path = outerPath(at);
    Optional<Construct> entry = at.inside("entry");
    if (entry.isEmpty()) {
      return;
    }
    Matcher key = PATH.matcher(entry.get().text().text());
    if (!key.find()) {
      return;
    }
    path.addAll(parts(key.group(1)));
    StructuralType type = type(at, path).orElse(null);
    if (type instanceof StructuralType.ListOf(StructuralType element, _, _)) {
      type = element;
    }
    if (type instanceof StructuralType.Text(_, List<String> values)) {
      values.forEach(items::text);
    } else if (type instanceof StructuralType.Bool && literals) {
      List.of("true", "false").forEach(word -> items.add(word, CompletionItemKind.Value, "0"));
    }
  }

  /** The keys of the entries around the innermost one, from the resource on. */
  private static List<String> outerPath(Continuation at) {
    List<String> path = new ArrayList<>();
    boolean inResource = false;
    List<Construct> entries = new ArrayList<>();
    for (Construct construct : at.path()) {
      inResource |= construct.rule().equals("resource");
      if (inResource && construct.rule().equals("entry")) {
        entries.add(construct);
      }
    }
    for (Construct outer : entries.subList(0, Math.max(0, entries.size() - 1))) {
      Matcher key = PATH.matcher(outer.text().text());
      if (key.find()) {
        path.addAll(parts(key.group(1)));
      }
    }
    return path;
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    Matcher key = Pattern.compile(KEY).matcher(path);
    while (key.find()) {
      parts.add(key.group().replace("\"", ""));
    }
    return parts;
  }

  private static Optional<StructuralType> type(Continuation at, List<String> path) {
    Optional<StructuralType> type = at.inside("resource").flatMap(ResourceCompletions::root);
    for (String key : path) {
      type = type.flatMap(each -> child(each, key));
    }
    return type.map(ResourceCompletions::element);
  }

  private static Optional<StructuralType> root(Construct resource) {
    Matcher kind = KIND.matcher(resource.text().text());
    if (!kind.find()) {
      return Optional.empty();
    }
    KubernetesSchemas schemas = KubernetesSchemas.builtIn();
    KindLookup found =
        kind.group(2) == null
            ? schemas.lookup(kind.group(1))
            : schemas.lookup(kind.group(1), kind.group(2));
    return found instanceof KindLookup.Found(var type)
        ? Optional.of(type.root())
        : Optional.empty();
  }

  private static Optional<StructuralType> child(StructuralType type, String key) {
    return switch (element(type)) {
      case StructType struct -> Optional.ofNullable(struct.field(key)).map(StructField::type);
      case StructuralType.MapOf(StructuralType values) -> Optional.of(values);
      default -> Optional.empty();
    };
  }

  /** An object in a list is described by the type of the list's items. */
  private static StructuralType element(StructuralType type) {
    return type instanceof StructuralType.ListOf(StructuralType element, _, _)
        ? element(element)
        : type;
  }
}
