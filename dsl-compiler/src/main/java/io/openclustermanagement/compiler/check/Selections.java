package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.LabelSelection;
import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.NamespaceSelection;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.syntax.LabelMatch;
import io.openclustermanagement.dsl.syntax.NamespaceScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks which namespaces and objects of a cluster a clause means. */
record Selections(Context context) {

  /** The namespaces of an {@code in namespaces}. */
  NamespaceSelection namespaces(NamespaceScope written) {
    List<Located> include = context.texts(written.include());
    List<Located> exclude =
        written.exclude() == null ? List.of() : context.texts(written.exclude());
    include.forEach(this::requirePattern);
    exclude.forEach(this::requirePattern);
    return new NamespaceSelection(
        include, exclude, labels(written.labelled(), "namespace"), written.at());
  }

  Optional<NamespaceSelection> optionalNamespaces(@Nullable NamespaceScope written) {
    return Optional.ofNullable(written).map(this::namespaces);
  }

  /**
   * The labels of a {@code labelled}.
   *
   * @param noun what has the labels
   */
  Optional<LabelSelection> labels(@Nullable LabelMatch written, String noun) {
    return switch (written) {
      case null -> Optional.empty();
      case LabelMatch.Equal(var labels, var at) ->
          Optional.of(
              new LabelSelection(
                  new FactsChecker(context).labels(labels, noun), Optional.empty(), at));
      case LabelMatch.Where(var condition, var at) ->
          Optional.of(
              new LabelSelection(
                  Map.of(),
                  Optional.of(context.expressions().check(condition, Place.CLUSTER, Simple.BOOL)),
                  at));
    };
  }

  /** A bracket that is never closed makes a pattern useless, see {@code filepath.Match} of Go. */
  private void requirePattern(Located pattern) {
    String text = pattern.text();
    int open = text.lastIndexOf('[');
    if (text.isEmpty() || (open >= 0 && text.indexOf(']', open) < 0) || text.endsWith("\\")) {
      context
          .findings()
          .add(
              Diagnostic.error(
                      Code.INVALID_PATTERN,
                      pattern.origin().span(),
                      "`%s` is no pattern of names.".formatted(text))
                  .help("use `*` for any text, `?` for any letter, `[a-z]` for one of some."));
    }
  }
}
