package io.openclustermanagement.governance.template;

import static io.openclustermanagement.governance.gotemplate.GoType.STRING;

import io.openclustermanagement.governance.gotemplate.GoFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Functions of paths ({@code path}), which never touch a file. */
final class SprigPaths {
  static final List<GoFunction> FUNCTIONS =
      List.of(
          GoFunction.of("base", c -> Conversions.of(base(c.text(0))), STRING),
          GoFunction.of("dir", c -> Conversions.of(dir(c.text(0))), STRING),
          GoFunction.of("clean", c -> Conversions.of(clean(c.text(0))), STRING),
          GoFunction.of("ext", c -> Conversions.of(ext(c.text(0))), STRING),
          GoFunction.of("isAbs", c -> Conversions.of(c.text(0).startsWith("/")), STRING));

  private SprigPaths() {}

  private static String base(String path) {
    String bare = path.replaceAll("/+$", "");
    if (bare.isEmpty()) {
      return path.isEmpty() ? "." : "/";
    }
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  private static String ext(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (part.equals("..") ? !rooted : !part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
