package io.openclustermanagement.governance.template;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.gotemplate.GoError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query over labels in the syntax of {@code kubectl get -l} ({@code labels.Parse}). */
final class LabelQuery {
  static final LabelQuery EVERYTHING = new LabelQuery(List.of());

  private static final String KEY = "([A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)";
  private static final Pattern EQUALITY =
      Pattern.compile(KEY + "\\s*(=|==|!=)\\s*([-A-Za-z0-9_.]*)");
  private static final Pattern SET =
      Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([-A-Za-z0-9_., ]*)\\)");
  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);
  private static final Pattern SIZE = Pattern.compile(KEY + "\\s*(?:(>)|(<))\\s*(-?[0-9]{1,18})");

  private final List<Predicate<JsonObject>> terms;

  private LabelQuery(List<Predicate<JsonObject>> terms) {
    this.terms = terms;
  }

  /**
   * Reads a query.
   *
   * @throws GoError if it is malformed
   */
  static LabelQuery parse(String query) {
    List<Predicate<JsonObject>> terms = new ArrayList<>();
    for (String term : query.split(",(?![^(]*\\))")) {
      if (!term.isBlank()) {
        terms.add(term(term.strip()));
      }
    }
    return new LabelQuery(terms);
  }

  /** Whether an object has the labels. */
  boolean matches(JsonObject object) {
    JsonObject labels = object.object("metadata").object("labels");
    return terms.stream().allMatch(each -> each.test(labels));
  }

  private static Predicate<JsonObject> term(String term) {
    Matcher equality = EQUALITY.matcher(term);
    if (equality.matches()) {
      return equality(equality.group(1), equality.group(2).equals("!="), equality.group(3));
    }
    Matcher set = SET.matcher(term);
    if (set.matches()) {
      return set(set.group(1), set.group(2).equals("notin"), set.group(3));
    }
    Matcher exists = EXISTS.matcher(term);
    if (exists.matches()) {
      boolean absent = !exists.group(1).isEmpty();
      String key = exists.group(2);
      return labels -> labels.text(key).isPresent() != absent;
    }
    Matcher size = SIZE.matcher(term);
    if (size.matches()) {
      return size(size.group(1), size.group(2) != null, Long.parseLong(size.group(4)));
    }
    throw new GoError("unable to parse requirement: `%s` is no label query".formatted(term));
  }

  private static Predicate<JsonObject> equality(String key, boolean negated, String value) {
    return labels -> labels.text(key).filter(value::equals).isPresent() != negated;
  }

  private static Predicate<JsonObject> set(String key, boolean negated, String values) {
    List<String> all = Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    return labels -> labels.text(key).filter(all::contains).isPresent() != negated;
  }

  private static Predicate<JsonObject> size(String key, boolean greater, long limit) {
    return labels -> {
      Optional<Long> value =
          labels.text(key).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
      return value.isPresent() && (greater ? value.get() > limit : value.get() < limit);
    };
  }
}
