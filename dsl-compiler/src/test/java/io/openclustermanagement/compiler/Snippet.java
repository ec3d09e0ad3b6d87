package io.openclustermanagement.compiler;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.ManifestWriter;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.Label;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A test input: one source, or several that begin with a line {@code === name.ocm}. A first line
 * {@code // target: upstream} chooses the target, {@code // parameter: name = text} gives a value.
 * Parts with another ending are files that sources can name; those below {@code schemas/} describe
 * kinds to all sources.
 */
record Snippet(List<SourceFile> sources, CompilerOptions options) {

  static Snippet parse(String text) {
    List<SourceFile> sources = new ArrayList<>();
    List<SourceFile> others = new ArrayList<>();
    for (String part : text.split("(?m)^(?==== )")) {
      int end = part.indexOf('\n');
      if (part.startsWith("=== ")) {
        String name = part.substring(4, end);
        (name.endsWith(".ocm") ? sources : others)
            .add(new SourceFile(name, part.substring(end + 1)));
      } else if (!part.isBlank()) {
        sources.add(new SourceFile("main.ocm", part));
      }
    }
    Map<String, String> parameters = new TreeMap<>();
    text.lines()
        .filter(line -> line.startsWith("// parameter: "))
        .map(line -> line.substring("// parameter: ".length()).split(" = ", 2))
        .forEach(pair -> parameters.put(pair[0], pair[1]));
    Target target = text.contains("// target: upstream") ? Target.UPSTREAM : Target.NATIVE;
    return new Snippet(sources, new CompilerOptions(target, parameters, new Neighbours(others)));
  }

  /** The files beside the sources. */
  private record Neighbours(List<SourceFile> files) implements SourceLoader {
    @Override
    public Optional<SourceFile> module(String module) {
      return Optional.empty();
    }

    @Override
    public FileLookup files(SourceFile source, String pattern) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      List<SourceFile> found =
          files.stream().filter(each -> matcher.matches(Path.of(each.name()))).toList();
      return new FileLookup(
          found,
          found.isEmpty()
              ? Optional.of("There is no file `%s`.".formatted(pattern))
              : Optional.empty());
    }

    @Override
    public List<SourceFile> schemas() {
      return files.stream().filter(each -> each.name().startsWith("schemas/")).toList();
    }
  }

  static Snippet of(String text) {
    return parse(text);
  }

  CompilationResult compile() {
    return Compiler.compile(sources, options);
  }

  /** The objects as YAML. */
  String yaml() {
    List<KubernetesObject> objects =
        compile().objects().stream().map(EmittedObject::object).toList();
    return ManifestWriter.yaml(objects);
  }

  /** What a reviewer wants to see of each finding: code, text, the underlined text, help. */
  String findings() {
    StringBuilder out = new StringBuilder();
    compile().diagnostics().forEach(each -> append(each, out));
    return out.toString();
  }

  private static void append(Diagnostic finding, StringBuilder out) {
    out.append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append('[')
        .append(finding.code().id())
        .append("]: ")
        .append(finding.summary())
        .append('\n');
    append("  --> ", finding.primary(), out);
    finding.related().forEach(label -> append("  and ", label, out));
    finding.notes().forEach(note -> out.append("  note: ").append(note).append('\n'));
    finding.help().ifPresent(help -> out.append("  help: ").append(help).append('\n'));
    finding
        .fixes()
        .forEach(
            fix ->
                out.append("  fix: ")
                    .append(fix.title())
                    .append(": insert `")
                    .append(fix.edits().getFirst().replacement())
                    .append("`\n"));
  }

  private static void append(String arrow, Label label, StringBuilder out) {
    SourceSpan span = label.span();
    out.append(arrow)
        .append("%s:%d:%d".formatted(span.file().name(), span.line(), span.column()))
        .append(" `")
        .append(span.text().replace("\n", "⏎"))
        .append('`')
        .append(label.text().isEmpty() ? "" : " " + label.text())
        .append('\n');
  }
}
