package io.openclustermanagement.placement.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signatures of all functions that upstream's environments have beyond those that dev.cel
 * declares ({@code sdk-go/pkg/cel/common/values.go} lists the libraries). Overload names are
 * upstream's, because cost depends on them.
 */
final class Declarations {
  static final OpaqueType IP = OpaqueType.create("net.IP");
  static final OpaqueType CIDR = OpaqueType.create("net.CIDR");

  /**
   * One overload a line: name of the overload, function, parameters and result. A function that
   * starts with a dot is called on its first parameter.
   */
  private static final String SIGNATURES =
      """
      duration_to_int                     int (duration) int
      int_to_duration                     duration (int) duration
      string_char_at_int                  .charAt (string, int) string
      string_index_of_string              .indexOf (string, string) int
      string_index_of_string_int          .indexOf (string, string, int) int
      string_last_index_of_string         .lastIndexOf (string, string) int
      string_last_index_of_string_int     .lastIndexOf (string, string, int) int
      string_lower_ascii                  .lowerAscii (string) string
      string_upper_ascii                  .upperAscii (string) string
      string_replace_string_string        .replace (string, string, string) string
      string_replace_string_string_int    .replace (string, string, string, int) string
      string_split_string                 .split (string, string) list<string>
      string_split_string_int             .split (string, string, int) list<string>
      string_substring_int                .substring (string, int) string
      string_substring_int_int            .substring (string, int, int) string
      string_trim                         .trim (string) string
      string_reverse                      .reverse (string) string
      string_format                       .format (string, list<dyn>) string
      strings_quote                       strings.quote (string) string
      list_join                           .join (list<string>) string
      list_join_string                    .join (list<string>, string) string
      list_a_index_of_int                 .indexOf (list<A>, A) int
      list_a_last_index_of_int            .lastIndexOf (list<A>, A) int
      string_find_string                  .find (string, string) string
      string_find_all_string              .findAll (string, string) list<string>
      string_find_all_string_int          .findAll (string, string, int) list<string>
      string_to_url                       url (string) URL
      is_url_string                       isURL (string) bool
      url_get_scheme                      .getScheme (URL) string
      url_get_host                        .getHost (URL) string
      url_get_hostname                    .getHostname (URL) string
      url_get_port                        .getPort (URL) string
      url_get_escaped_path                .getEscapedPath (URL) string
      url_get_query                       .getQuery (URL) map<string, list<string>>
      string_to_quantity                  quantity (string) Quantity
      is_quantity_string                  isQuantity (string) bool
      quantity_sign                       sign (Quantity) int
      quantity_is_greater_than            .isGreaterThan (Quantity, Quantity) bool
      quantity_is_less_than               .isLessThan (Quantity, Quantity) bool
      quantity_compare_to                 .compareTo (Quantity, Quantity) int
      quantity_get_float                  .asApproximateFloat (Quantity) double
      quantity_get_int                    .asInteger (Quantity) int
      quantity_is_integer                 .isInteger (Quantity) bool
      quantity_add                        .add (Quantity, Quantity) Quantity
      quantity_add_int                    .add (Quantity, int) Quantity
      quantity_sub                        .sub (Quantity, Quantity) Quantity
      quantity_sub_int                    .sub (Quantity, int) Quantity
      string_to_ip                        ip (string) IP
      is_ip                               isIP (string) bool
      ip_is_canonical                     ip.isCanonical (string) bool
      ip_family                           .family (IP) int
      ip_is_unspecified                   .isUnspecified (IP) bool
      ip_is_loopback                      .isLoopback (IP) bool
      ip_is_link_local_multicast          .isLinkLocalMulticast (IP) bool
      ip_is_link_local_unicast            .isLinkLocalUnicast (IP) bool
      ip_is_global_unicast                .isGlobalUnicast (IP) bool
      ip_to_string                        string (IP) string
      string_to_cidr                      cidr (string) CIDR
      is_cidr                             isCIDR (string) bool
      cidr_contains_ip_string             .containsIP (CIDR, string) bool
      cidr_contains_ip_ip                 .containsIP (CIDR, IP) bool
      cidr_contains_cidr_string           .containsCIDR (CIDR, string) bool
      cidr_contains_cidr                  .containsCIDR (CIDR, CIDR) bool
      cidr_ip                             .ip (CIDR) IP
      cidr_prefix_length                  .prefixLength (CIDR) int
      cidr_masked                         .masked (CIDR) CIDR
      cidr_to_string                      string (CIDR) string
      string_to_semver                    semver (string) Semver
      is_semver_string                    isSemver (string) bool
      semver_is_greater_than              .isGreaterThan (Semver, Semver) bool
      semver_is_less_than                 .isLessThan (Semver, Semver) bool
      semver_compare_to                   .compareTo (Semver, Semver) int
      semver_major                        .major (Semver) int
      semver_minor                        .minor (Semver) int
      semver_patch                        .patch (Semver) int
      format-named                        format.named (string) optional<NamedFormat>
      format-validate                     .validate (NamedFormat, string) optional<list<string>>
      optional_of                         optional.of (V) optional<V>
      optional_ofNonZeroValue             optional.ofNonZeroValue (V) optional<V>
      optional_none                       optional.none () optional<V>
      optional_value                      .value (optional<V>) V
      optional_hasValue                   .hasValue (optional<V>) bool
      optional_unwrap                     optional.unwrap (list<optional<V>>) list<V>
      optional_unwrapOpt                  .unwrapOpt (list<optional<V>>) list<V>
      optional_or_optional                .or (optional<V>, optional<V>) optional<V>
      optional_orValue_value              .orValue (optional<V>, V) V
      list_first                          .first (list<V>) optional<V>
      list_last                           .last (list<V>) optional<V>
      select_optional_field               _?._ (dyn, string) optional<V>
      list_optindex_optional_int          _[?_] (list<V>, int) optional<V>
      optional_list_optindex_optional_int _[?_] (optional<list<V>>, int) optional<V>
      map_optindex_optional_value         _[?_] (map<K, V>, K) optional<V>
      optional_map_optindex_optional_value _[?_] (optional<map<K, V>>, K) optional<V>
      optional_list_index_int             _[_] (optional<list<V>>, int) optional<V>
      optional_map_index_value            _[_] (optional<map<K, V>>, K) optional<V>
      """;

  /** OCM's own functions ({@code sdk-go/pkg/cel/library}). */
  private static final String MANAGED_CLUSTER =
      """
      cluster_scores                      .scores (dyn, string) list<dyn>
      parse_json_string                   .parseJSON (string) dyn
      """;

  /** Sets, which Kubernetes has and upstream's selectors have not ({@code ext/sets.go}). */
  private static final String SETS =
      """
      list_sets_contains_list             sets.contains (list<A>, list<A>) bool
      list_sets_equivalent_list           sets.equivalent (list<A>, list<A>) bool
      list_sets_intersects_list           sets.intersects (list<A>, list<A>) bool
      """;

  /** What a rule over the fleet asks its hub. */
  private static final String HUB =
      """
      hub_placed                          placed (string) list<dyn>
      hub_members                         members (string) list<dyn>
      hub_deployed                        deployed (string) list<dyn>
      hub_exemptions                      exemptions () list<dyn>
      hub_compliance                      compliance (dyn, string, string) string
      hub_today                           today () timestamp
      """;

  private static final List<String> SUMMABLE = List.of("int", "uint", "double", "duration");
  private static final List<String> COMPARABLE =
      List.of("int", "uint", "double", "bool", "duration", "timestamp", "string", "bytes");

  private final String text;
  private int at;

  private Declarations(String text) {
    this.text = text;
  }

  /** What upstream's cluster selectors can call. */
  static List<CelFunctionDecl> ofSelectors() {
    return functions(MANAGED_CLUSTER, SIGNATURES);
  }

  /** What conditions on objects can call, as in a ValidatingAdmissionPolicy. */
  static List<CelFunctionDecl> ofObjects() {
    return functions(SIGNATURES, SETS);
  }

  /** What rules over the fleet can call. */
  static List<CelFunctionDecl> ofFleets() {
    return functions(SIGNATURES, SETS, HUB);
  }

  private static List<CelFunctionDecl> functions(String... tables) {
    Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    for (String table : tables) {
      table.lines().forEach(line -> new Declarations(line).overload(overloads));
    }
    for (String type : SUMMABLE) {
      add(overloads, "list_%1$s_sum_%1$s .sum (list<%1$s>) %1$s".formatted(type));
    }
    for (String type : COMPARABLE) {
      add(overloads, "list_%1$s_is_sorted_bool .isSorted (list<%1$s>) bool".formatted(type));
      add(overloads, "list_%1$s_min_%1$s .min (list<%1$s>) %1$s".formatted(type));
      add(overloads, "list_%1$s_max_%1$s .max (list<%1$s>) %1$s".formatted(type));
    }
    for (FormatValue format : FormatValue.values()) {
      add(overloads, "format.%1$s format.%1$s () NamedFormat".formatted(format.key()));
    }
    List<CelFunctionDecl> functions = new ArrayList<>();
    overloads.forEach((n, o) -> functions.add(CelFunctionDecl.newFunctionDeclaration(n, o)));
    return functions;
  }

  private static void add(Map<String, List<CelOverloadDecl>> overloads, String line) {
    new Declarations(line).overload(overloads);
  }

  private void overload(Map<String, List<CelOverloadDecl>> overloads) {
    String id = word();
    boolean member = accept('.');
    String function = word();
    List<CelType> parameters = new ArrayList<>();
    accept('(');
    while (!accept(')')) {
      parameters.add(type());
      accept(',');
    }
    CelType result = type();
    overloads
        .computeIfAbsent(function, f -> new ArrayList<>())
        .add(
            member
                ? CelOverloadDecl.newMemberOverload(id, result, parameters)
                : CelOverloadDecl.newGlobalOverload(id, result, parameters));
  }

  private CelType type() {
    String name = word();
    if (!accept('<')) {
      return named(name);
    }
    CelType first = type();
    CelType second = accept(',') ? type() : first;
    accept('>');
    return switch (name) {
      case "list" -> ListType.create(first);
      case "map" -> MapType.create(first, second);
      default -> OptionalType.create(first);
    };
  }

  private static CelType named(String name) {
    return switch (name) {
      case "dyn" -> SimpleType.DYN;
      case "bool" -> SimpleType.BOOL;
      case "bytes" -> SimpleType.BYTES;
      case "double" -> SimpleType.DOUBLE;
      case "duration" -> SimpleType.DURATION;
      case "int" -> SimpleType.INT;
      case "string" -> SimpleType.STRING;
      case "timestamp" -> SimpleType.TIMESTAMP;
      case "uint" -> SimpleType.UINT;
      case "IP" -> IP;
      case "CIDR" -> CIDR;
      case "A", "K", "V" -> TypeParamType.create(name);
      default -> OpaqueType.create("kubernetes." + name);
    };
  }

  private String word() {
    skipSpace();
    int start = at;
    while (at < text.length() && " <>(),".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean accept(char c) {
    skipSpace();
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
