package io.openclustermanagement.placement.cel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call costs ({@code interpreter.CostTracker.costCall}, {@code common/cost.go}). A call that
 * type-checking could not narrow to one overload costs 1, and so do, [Q], all Kubernetes functions:
 * OCM's own estimator ({@code sdk-go/pkg/cel/library/cost.go}) stands before the Kubernetes one and
 * knows only its own two functions.
 */
enum CallCost {
  ONE,
  TRAVERSE_FIRST,
  SIZE_OF_SECOND,
  TRAVERSE_SHORTER,
  TRAVERSE_BOTH,
  REGEX,
  CONTAINS,
  SCORES,
  PARSE_JSON;

  static final int LIST_CREATE = 10;
  static final int MAP_CREATE = 30;
  private static final double TRAVERSAL_FACTOR = 0.1;
  private static final double REGEX_FACTOR = 0.25;
  private static final Set<String> ORDERED =
      Set.of(
          "less_string",
          "greater_string",
          "less_equals_string",
          "greater_equals_string",
          "less_bytes",
          "greater_bytes",
          "less_equals_bytes",
          "greater_equals_bytes");

  /** The cost of the overload that was chosen, or of several that remain. */
  static CallCost of(List<String> overloads) {
    if (overloads.size() != 1) {
      return ONE;
    }
    return switch (overloads.getFirst()) {
      case "starts_with_string",
          "ends_with_string",
          "string_to_bytes",
          "bytes_to_string",
          "strings_quote",
          "string_format" ->
          TRAVERSE_FIRST;
      case "in_list" -> SIZE_OF_SECOND;
      case "add_string", "add_bytes" -> TRAVERSE_BOTH;
      case "matches_string" -> REGEX;
      case "contains_string" -> CONTAINS;
      case "cluster_scores" -> SCORES;
      case "parse_json_string" -> PARSE_JSON;
      case String overload -> ORDERED.contains(overload) ? TRAVERSE_SHORTER : ONE;
    };
  }

  long of(Object[] arguments, Object result) {
    return switch (this) {
      case ONE -> 1;
      case TRAVERSE_FIRST -> traversal(Values.size(arguments[0]));
      case SIZE_OF_SECOND -> Values.size(arguments[1]);
      case TRAVERSE_SHORTER ->
          traversal(Math.min(Values.size(arguments[0]), Values.size(arguments[1])));
      case TRAVERSE_BOTH -> traversal(Values.size(arguments[0]) + Values.size(arguments[1]));
      case REGEX ->
          traversal(Values.size(arguments[0]) + 1)
              * (long) Math.ceil(Values.size(arguments[1]) * REGEX_FACTOR);
      case CONTAINS -> traversal(Values.size(arguments[0])) * traversal(Values.size(arguments[1]));
      case SCORES ->
          result instanceof List<?> list
              ? LIST_CREATE + list.size() * (1L + MAP_CREATE)
              : LIST_CREATE;
      case PARSE_JSON -> traversal(Values.size(arguments[0])) + structure(result);
    };
  }

  /** The cost of reading that many characters once. */
  static long traversal(long characters) {
    return (long) Math.ceil(characters * TRAVERSAL_FACTOR);
  }

  private static long structure(Object value) {
    return switch (value) {
      case Map<?, ?> map -> MAP_CREATE + map.values().stream().mapToLong(CallCost::structure).sum();
      case List<?> list -> LIST_CREATE + list.stream().mapToLong(CallCost::structure).sum();
      default -> 0;
    };
  }
}
