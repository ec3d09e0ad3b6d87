package io.openclustermanagement.compiler.check;

import io.openclustermanagement.api.kubernetes.KindLookup;
import io.openclustermanagement.compiler.program.Type;
import io.openclustermanagement.compiler.program.Type.ListOf;
import io.openclustermanagement.compiler.program.Type.MapOf;
import io.openclustermanagement.compiler.program.Type.OptionalOf;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.KindName;
import io.openclustermanagement.dsl.syntax.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Turns written types into types. */
final class Types {

  private static final EnumSet<Simple> WRITABLE =
      EnumSet.complementOf(EnumSet.of(Simple.NULL, Simple.ANY, Simple.ERROR));

  private Types() {}

  /** The type that is written; {@link Simple#ERROR} after a report. */
  static Type of(TypeName written, Findings findings) {
    Type type = withoutOptional(written, findings);
    return written.optional() && type != Simple.ERROR ? new OptionalOf(type) : type;
  }

  /**
   * The type of a parameter of a function, which may be a Kubernetes kind, too; {@link
   * Simple#ERROR} after a report.
   *
   * @param kinds those that the function sees
   */
  static Type ofParameter(TypeName written, Kinds kinds, Findings findings) {
    String name = written.name().text();
    boolean bare = written.arguments().isEmpty() && !written.optional();
    boolean versioned = written.apiVersion() != null;
    if (!bare || (!versioned && known().contains(name))) {
      return of(written, findings);
    }
    if (!versioned && name.equals(PodShape.NAME)) {
      return ResourceShapes.anyPod();
    }
    boolean misspelt =
        !versioned
            && kinds.schemas().lookup(name) instanceof KindLookup.Unknown
            && Suggestions.closest(name, known()).isPresent();
    return misspelt
        ? unknown(written, findings)
        : kinds
            .resolve(new KindName(name, written.apiVersion(), written.at()))
            .map(ResourceShapes::of)
            .orElse(Simple.ERROR);
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(List.of("List", "Map"));
    WRITABLE.forEach(each -> known.add(each.toString()));
    return known;
  }

  private static Type withoutOptional(TypeName written, Findings findings) {
    String name = written.name().text();
    boolean collection = name.equals("List") || name.equals("Map");
    int wanted = collection ? 1 : 0;
    Optional<Simple> simple =
        WRITABLE.stream().filter(each -> each.toString().equals(name)).findFirst();
    if (!collection && simple.isEmpty()) {
      return unknown(written, findings);
    }
    if (written.arguments().size() != wanted) {
      return wrongArguments(written, wanted, findings);
    }
    if (simple.isPresent()) {
      return simple.get();
    }
    Type argument = of(written.arguments().getFirst(), findings);
    if (argument == Simple.ERROR) {
      return argument;
    }
    return name.equals("List") ? new ListOf(argument) : new MapOf(argument);
  }

  private static Type unknown(TypeName written, Findings findings) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_TYPE,
            written.name().span(),
            "There is no type `%s`.".formatted(written.name().text()));
    Suggestions.closest(written.name().text(), known())
        .ifPresentOrElse(
            near -> finding.label("did you mean `%s`?".formatted(near)),
            () -> finding.note("types are " + String.join(", ", known())));
    findings.add(finding);
    return Simple.ERROR;
  }

  private static Type wrongArguments(TypeName written, int wanted, Findings findings) {
    String name = written.name().text();
    findings.add(
        Diagnostic.error(
                Code.UNKNOWN_TYPE,
                written.span(),
                wanted == 0
                    ? "`%s` has no type of elements.".formatted(name)
                    : "`%s` needs the type of its elements.".formatted(name))
            .help("write `%s`.".formatted(wanted == 0 ? name : name + "<String>")));
    return Simple.ERROR;
  }

  /** Several types in a sentence: {@code Int, Float or Date}. */
  static String list(Type... types) {
    List<String> names = Arrays.stream(types).map(Type::toString).toList();
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }
}
