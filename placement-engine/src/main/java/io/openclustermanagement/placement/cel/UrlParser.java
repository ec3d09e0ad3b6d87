package io.openclustermanagement.placement.cel;

import java.util.Locale;

/** The grammar of Go's {@code net/url}, over texts with one char per byte. */
final class UrlParser {
  private static final String UNRESERVED_MARKS = "-_.~";
  private static final String HOST_MARKS = "!$&'()*+,;=:[]<>\"";

  private UrlParser() {}

  /** A text is not a URL. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message, null, false, false);
    }
  }

  private record Authority(String userInfo, String host) {
    static final Authority NONE = new Authority("", "");
  }

  /** Which characters an escaped text may hold besides its escapes. */
  private enum Part {
    PATH,
    HOST,
    ZONE,
    QUERY
  }

  static UrlValue parseWithFragment(String text) throws SyntaxException {
    int hash = text.indexOf('#');
    UrlValue url = parse(hash < 0 ? text : text.substring(0, hash), false);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    unescape(fragment, Part.PATH);
    return new UrlValue(
        url.scheme(),
        url.opaque(),
        url.userInfo(),
        url.host(),
        url.path(),
        url.rawPath(),
        url.forceQuery(),
        url.rawQuery(),
        fragment);
  }

  /**
   * @param request whether the text must be an absolute URL or an absolute path
   */
  static UrlValue parse(String text, boolean request) throws SyntaxException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new SyntaxException("net/url: invalid control character in URL");
    }
    if (text.isEmpty() && request) {
      throw new SyntaxException("empty url");
    }
    if (text.equals("*")) {
      return new UrlValue("", "", "", "", "*", "", false, "", "");
    }
    int colon = schemeEnd(text);
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    boolean force = mark >= 0 && query.isEmpty();
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new UrlValue(scheme, rest, "", "", "", "", force, query, "");
      }
      refuseRelative(rest, request);
    }
    return hierarchical(scheme, rest, request, force, query);
  }

  private static void refuseRelative(String rest, boolean request) throws SyntaxException {
    if (request) {
      throw new SyntaxException("invalid URI for request");
    }
    int slash = rest.indexOf('/');
    if ((slash < 0 ? rest : rest.substring(0, slash)).contains(":")) {
      throw new SyntaxException("first path segment in URL cannot contain colon");
    }
  }

  private static UrlValue hierarchical(
      String scheme, String rest, boolean request, boolean force, String query)
      throws SyntaxException {
    Authority authority = Authority.NONE;
    String path = rest;
    boolean mayHaveHost = !scheme.isEmpty() || (!request && !rest.startsWith("///"));
    if (mayHaveHost && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      authority = authority(slash < 0 ? rest.substring(2) : rest.substring(2, slash));
      path = slash < 0 ? "" : rest.substring(slash);
    }
    String decoded = unescape(path, Part.PATH);
    String raw = escapePath(decoded).equals(path) ? "" : path;
    return new UrlValue(
        scheme, "", authority.userInfo(), authority.host(), decoded, raw, force, query, "");
  }

  /** Index of the colon after the scheme; -1 if there is no scheme. */
  private static int schemeEnd(String text) throws SyntaxException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (i == 0) {
          throw new SyntaxException("missing protocol scheme");
        }
        return i;
      }
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!isLetter(c) && (i == 0 || !later)) {
        return -1;
      }
    }
    return -1;
  }

  private static Authority authority(String text) throws SyntaxException {
    int at = text.lastIndexOf('@');
    String host = host(text.substring(at + 1));
    String userInfo = at < 0 ? "" : text.substring(0, at);
    if (!userInfo
        .chars()
        .allMatch(c -> isAlphanumeric(c) || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0)) {
      throw new SyntaxException("net/url: invalid userinfo");
    }
    unescape(userInfo, Part.PATH);
    return new Authority(userInfo, host);
  }

  private static String host(String text) throws SyntaxException {
    boolean bracketed = text.startsWith("[");
    int end = bracketed ? text.lastIndexOf(']') : text.lastIndexOf(':') - 1;
    if (bracketed && end < 0) {
      throw new SyntaxException("missing ']' in host");
    }
    boolean hasPort = bracketed || text.indexOf(':') >= 0;
    if (hasPort && !isOptionalPort(text.substring(end + 1))) {
      throw new SyntaxException(
          "invalid port \"%s\" after host".formatted(text.substring(end + 1)));
    }
    int zone = bracketed ? text.substring(0, end).indexOf("%25") : -1;
    if (zone >= 0) {
      return unescape(text.substring(0, zone), Part.HOST)
          + unescape(text.substring(zone, end), Part.ZONE)
          + unescape(text.substring(end), Part.HOST);
    }
    return unescape(text, Part.HOST);
  }

  static boolean isOptionalPort(String text) {
    return text.isEmpty()
        || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
  }

  static String unescapeQuery(String text) throws SyntaxException {
    return unescape(text, Part.QUERY);
  }

  private static String unescape(String text, Part part) throws SyntaxException {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        plain.append(escaped(text, i, part));
        i += 2;
      } else if (isHostPart(part) && c < 0x80 && !isHostCharacter(c)) {
        throw new SyntaxException("invalid character \"%s\" in host name".formatted(c));
      } else {
        plain.append(c == '+' && part == Part.QUERY ? ' ' : c);
      }
    }
    return plain.toString();
  }

  private static char escaped(String text, int at, Part part) throws SyntaxException {
    String escape = text.substring(at, Math.min(at + 3, text.length()));
    if (!escape.matches("%[0-9a-fA-F]{2}")) {
      throw new SyntaxException("invalid URL escape \"%s\"".formatted(escape));
    }
    char value = (char) Integer.parseInt(escape, 1, 3, 16);
    // A host may escape only what is not ASCII, a zone also the percent sign, space and brackets.
    boolean refused =
        (part == Part.HOST && value < 0x80 && !escape.equals("%25"))
            || (part == Part.ZONE
                && !escape.equals("%25")
                && value != ' '
                && value < 0x80
                && !isHostCharacter(value));
    if (refused) {
      throw new SyntaxException("invalid URL escape \"%s\"".formatted(escape));
    }
    return value;
  }

  private static boolean isHostPart(Part part) {
    return part == Part.HOST || part == Part.ZONE;
  }

  private static boolean isHostCharacter(char c) {
    return isUnreserved(c) || HOST_MARKS.indexOf(c) >= 0;
  }

  static String escapePath(String path) {
    StringBuilder text = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (isUnreserved(c) || "$&+,/:;=@".indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append("%%%02X".formatted((int) c));
      }
    }
    return text.toString();
  }

  static boolean isValidEncodedPath(String path) {
    return path.chars()
        .allMatch(c -> isUnreserved((char) c) || "!$&'()*+,;=:@[]%/".indexOf(c) >= 0);
  }

  private static boolean isUnreserved(char c) {
    return isAlphanumeric(c) || UNRESERVED_MARKS.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(int c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
