package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Located;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.Type.Simple;
import io.openclustermanagement.compiler.program.Value;
import io.openclustermanagement.compiler.program.Value.StringValue;
import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.diagnostic.Suggestions;
import io.openclustermanagement.dsl.syntax.ListLiteral;
import io.openclustermanagement.dsl.syntax.Name;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import io.openclustermanagement.dsl.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the checker of one declaration needs, and the checks that all of them share. */
record Context(
    Scope scope,
    Definitions definitions,
    Findings findings,
    int position,
    Map<String, Value> arguments) {

  Context {
    arguments = Map.copyOf(arguments);
  }

  Context(Scope scope, Definitions definitions, Findings findings, int position) {
    this(scope, definitions, findings, position, Map.of());
  }

  /** The same where the parameters of a policy stand for these values. */
  Context withArguments(Map<String, Value> values) {
    return new Context(scope, definitions, findings, position, values);
  }

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern DNS_SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int MAX_SUBDOMAIN = 253;

  ExpressionChecker expressions() {
    return new ExpressionChecker(scope, definitions, findings, position, arguments);
  }

  /** Reports every clause after the first of those that may stand once. */
  void reportRepeated(Map<String, List<Node>> clauses) {
    clauses.forEach(
        (name, nodes) -> {
          for (Node repeated : nodes.subList(1, nodes.size())) {
            findings.add(
                Diagnostic.error(
                        Code.DUPLICATE_CLAUSE,
                        repeated.span(),
                        "`%s` stands here for the second time.".formatted(name))
                    .related(nodes.getFirst().span(), "the first one"));
          }
        });
  }

  /** Groups clauses by a name; those without one may be repeated. */
  static <N extends Node> Map<String, List<Node>> byName(
      List<N> clauses, Function<N, Optional<String>> naming) {
    Map<String, List<Node>> grouped = new HashMap<>();
    clauses.forEach(
        clause ->
            naming
                .apply(clause)
                .ifPresent(
                    name -> grouped.computeIfAbsent(name, _ -> new ArrayList<>()).add(clause)));
    return grouped;
  }

  /** A text that must be known while compiling. */
  Optional<Located> text(StringLiteral written) {
    ExpressionChecker checker = expressions();
    return checker.constant(checker.check(written, Place.CONSTANT, Simple.STRING)).orElse(null)
            instanceof StringValue(String text)
        ? Optional.of(new Located(text, written.at()))
        : Optional.empty();
  }

  /** The texts of a list that must be known while compiling. */
  List<Located> texts(ListLiteral list) {
    List<Located> texts = new ArrayList<>();
    for (var element : list.elements()) {
      var value = expressions().check(element, Place.CONSTANT, Simple.STRING);
      if (Folding.constant(value).orElse(null) instanceof StringValue(String text)) {
        texts.add(new Located(text, element.at()));
      }
    }
    return texts;
  }

  /** The same where each must be the name of a namespace. */
  List<Located> namespaces(ListLiteral list) {
    List<Located> names = texts(list);
    names.forEach(name -> requireNamespace(name.text(), name.origin().span()));
    return names;
  }

  void requireNamespace(String name, SourceSpan span) {
    if (!DNS_LABEL.matcher(name).matches()) {
      findings.add(
          invalidName(span, "No namespace can be called `%s`.".formatted(name))
              .label("small letters, digits and `-`, at most 63"));
    }
  }

  /** Reports a name that no cluster-wide or namespaced object can have. */
  void requireObjectName(Name name, String noun) {
    String text = name.text();
    if (text.length() > MAX_SUBDOMAIN || !DNS_SUBDOMAIN.matcher(text).matches()) {
      findings.add(
          invalidName(name.span(), "No %s can be called `%s`.".formatted(noun, text))
              .label("small letters, digits, `-` and `.` only"));
    }
  }

  static Diagnostic.Builder invalidName(SourceSpan span, String summary) {
    return Diagnostic.error(Code.INVALID_NAME, span, summary);
  }

  /** What an object is called on the hub, with the labels and annotations that were written. */
  ObjectMetadata metadata(
      Name name,
      @Nullable StringLiteral objectName,
      SymbolKind kind,
      Optional<ObjectLiteral> labels,
      Optional<ObjectLiteral> annotations) {
    Name onHub = objectName == null ? name : new Name(objectName.text(), objectName.at());
    return metadata(onHub, kind.noun(), labels, annotations);
  }

  /** The metadata of an object of this name. */
  ObjectMetadata metadata(
      Name name, String noun, Optional<ObjectLiteral> labels, Optional<ObjectLiteral> annotations) {
    requireObjectName(name, noun);
    FactsChecker facts = new FactsChecker(this);
    return new ObjectMetadata(
        name.text(),
        labels.map(written -> facts.labels(written, noun)).orElse(Map.of()),
        annotations.map(facts::strings).orElse(Map.of()));
  }

  /** Reports a word that is none of the known ones. */
  void reportUnknownWord(Name word, String what, Collection<String> known) {
    var finding =
        Diagnostic.error(
            Code.UNKNOWN_WORD, word.span(), "There is no %s `%s`.".formatted(what, word.text()));
    Suggestions.closest(word.text(), known)
        .ifPresentOrElse(
            near -> finding.label("did you mean `%s`?".formatted(near)),
            () -> finding.note("there are " + String.join(", ", known)));
    findings.add(finding);
  }

  /** Reports a number outside its range; the number that is inside, otherwise empty. */
  Optional<Integer> inRange(long number, long min, long max, SourceSpan span, String what) {
    if (number >= min && number <= max) {
      return Optional.of((int) number);
    }
    reportRange(min, max, span, what, Long.toString(number));
    return Optional.empty();
  }

  void reportRange(long min, long max, SourceSpan span, String what, String found) {
    String range =
        max == Integer.MAX_VALUE ? "at least " + min : "from %d to %d".formatted(min, max);
    findings.add(
        Diagnostic.error(Code.OUT_OF_RANGE, span, "%s is %s.".formatted(what, range))
            .label("this is " + found));
  }
}
