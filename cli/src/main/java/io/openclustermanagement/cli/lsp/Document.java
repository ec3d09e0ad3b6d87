package io.openclustermanagement.cli.lsp;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.OcmParser;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One text of an {@code .ocm} file, as the editor shows it or as it lies on disk. */
final class Document {
  private static final Pattern MODULE =
      Pattern.compile("^\\s*module\\s+([\\w.-]+)", Pattern.MULTILINE);
  private static final Pattern IMPORT =
      Pattern.compile("^\\s*import\\s+(?!crd\\s)([\\w.-]+)", Pattern.MULTILINE);

  private final String uri;
  private final Optional<Path> path;
  private final SourceFile file;
  private final String module;
  private final Set<String> imports = new HashSet<>();
  private @Nullable SourceUnit tree;

  /**
   * @param uri as the client writes it
   * @param path where it lies; empty for a text that was never saved
   */
  Document(String uri, Optional<Path> path, SourceFile file) {
    this.uri = uri;
    this.path = path;
    this.file = file;
    Matcher header = MODULE.matcher(file.text());
    this.module = header.find() ? header.group(1) : "";
    Matcher importing = IMPORT.matcher(file.text());
    while (importing.find()) {
      imports.add(importing.group(1));
    }
  }

  String uri() {
    return uri;
  }

  Optional<Path> path() {
    return path;
  }

  SourceFile file() {
    return file;
  }

  /** The name of its module; empty without one. */
  String module() {
    return module;
  }

  /** The names of the modules that it imports. */
  Set<String> imports() {
    return imports;
  }

  /** What could be read of it. */
  SourceUnit tree() {
    SourceUnit parsed = tree;
    if (parsed == null) {
      parsed = OcmParser.parse(file).tree();
      tree = parsed;
    }
    return parsed;
  }
}
