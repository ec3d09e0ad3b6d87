package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Arguments;
import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.compiler.Target;
import java.util.List;
import java.util.Locale;

/** Options that mean the same in several commands. */
final class CommonOptions {
  static final Option FLEET =
      Option.values(
          "--fleet", "PATH", "clusters, sets, bindings, scores, decisions; or a declared fleet");
  static final Option NOW = Option.value("--now", "TIME", "the time, as 2026-11-01T00:00:00Z");
  static final Option SCHEMAS =
      Option.values("--schemas", "PATH", "CRDs or OpenAPI v3 documents of further kinds");
  static final Option TARGET =
      Option.value("--target", "TARGET", "native (default), or upstream: whose hub is meant");

  private CommonOptions() {}

  /** {@code -o} with the formats that a command knows, the default first. */
  static Option output(String... formats) {
    return Option.value("-o", "FORMAT", "one of " + String.join(", ", formats));
  }

  /** The target that is asked for. */
  static Target target(Arguments arguments) {
    String name = arguments.oneOf("--target", "native", List.of("native", "upstream"));
    return Target.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
