package io.openclustermanagement.placement.cel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A URL ({@code kubernetes.URL}), parsed as Go's {@code net/url} does. Texts are kept as one char
 * per UTF-8 byte, because escaping and unescaping work on bytes.
 */
record UrlValue(
    String scheme,
    String opaque,
    String userInfo,
    String host,
    String path,
    String rawPath,
    boolean forceQuery,
    String rawQuery,
    String fragment)
    implements OpaqueValue {

  /** An absolute URL or absolute path, or an {@link EvaluationError}. */
  static Object parse(String text) {
    try {
      String bytes = toBytes(text);
      UrlParser.parse(bytes, true);
      return UrlParser.parseWithFragment(bytes);
    } catch (UrlParser.SyntaxException e) {
      return new EvaluationError(
          "URL parse error during conversion from string: parse \"%s\": %s"
              .formatted(text, e.getMessage()));
    }
  }

  /** Whether {@link #parse} gives a URL; unlike it, this does not look at the fragment alone. */
  static boolean isValid(String text) {
    return problem(text).isEmpty();
  }

  /** Why a text is not a URL; empty if it is one. */
  static String problem(String text) {
    try {
      UrlParser.parse(toBytes(text), true);
      return "";
    } catch (UrlParser.SyntaxException e) {
      return "parse \"%s\": %s".formatted(text, e.getMessage());
    }
  }

  static String toBytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  static String fromBytes(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  /** Host without port and brackets. */
  String hostname() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return fromBytes(bracketed ? name.substring(1, name.length() - 1) : name);
  }

  /** The port as written; empty if there is none. */
  String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && UrlParser.isOptionalPort(host.substring(colon)) ? colon : -1;
  }

  /** The path as it stands in a request. */
  String escapedPath() {
    boolean keepsRaw = !rawPath.isEmpty() && UrlParser.isValidEncodedPath(rawPath);
    return keepsRaw ? rawPath : path.equals("*") ? "*" : UrlParser.escapePath(path);
  }

  /** The values of each query parameter. Parameters that cannot be read are left out. */
  Map<Object, Object> query() {
    Map<Object, Object> query = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty() && !pair.contains(";")) {
        addParameter(query, key, value);
      }
    }
    return query;
  }

  @SuppressWarnings("unchecked") // Every value put into the map is a list made here.
  private static void addParameter(Map<Object, Object> query, String key, String value) {
    try {
      String name = fromBytes(UrlParser.unescapeQuery(key));
      String text = fromBytes(UrlParser.unescapeQuery(value));
      ((List<Object>) query.computeIfAbsent(name, k -> new ArrayList<>())).add(text);
    } catch (UrlParser.SyntaxException e) {
      return;
    }
  }

  @Override
  public String typeName() {
    return "kubernetes.URL";
  }

  @Override
  public Object equalTo(Object other) {
    return other instanceof UrlValue that
        ? (Object) toString().equals(that.toString())
        : EvaluationError.NO_SUCH_OVERLOAD;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(scheme.isEmpty() ? "" : scheme + ":");
    if (!opaque.isEmpty()) {
      text.append(opaque);
    } else {
      boolean authority = !host.isEmpty() || !userInfo.isEmpty() || !scheme.isEmpty();
      text.append(authority && (!host.isEmpty() || path.startsWith("//")) ? "//" : "");
      text.append(userInfo.isEmpty() ? "" : userInfo + "@").append(host).append(escapedPath());
    }
    text.append(forceQuery || !rawQuery.isEmpty() ? "?" + rawQuery : "");
    return fromBytes(text.append(fragment.isEmpty() ? "" : "#" + fragment).toString());
  }
}
