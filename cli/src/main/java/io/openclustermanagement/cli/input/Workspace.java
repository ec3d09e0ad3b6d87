package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.meta.GenericObject;
import io.openclustermanagement.api.yaml.Manifests;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.Fixer;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.lint.LintedObject;
import io.openclustermanagement.compiler.lint.Linter;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.compiler.program.TestDefinition;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the paths on a command line lead to, read and compiled.
 *
 * @param files how many files were read
 * @param program what the {@code .ocm} files declare
 * @param sources the objects of the sources, compiled or read, each once
 * @param fleet the objects of the fleet, each once
 * @param others objects of kinds that are not of Open Cluster Management, such as ConfigMaps
 * @param diagnostics what was found on the way
 */
public record Workspace(
    int files,
    Program program,
    List<SourceObject> sources,
    List<SourceObject> fleet,
    List<GenericObject> others,
    List<Diagnostic> diagnostics) {

  public Workspace {
    sources = List.copyOf(sources);
    fleet = List.copyOf(fleet);
    others = List.copyOf(others);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * What to read.
   *
   * @param sources the operands of the command
   * @param fleet the values of {@code --fleet} that are paths
   * @param schemas the values of {@code --schemas}
   * @param target whose hub is meant
   * @param today the day on which the sources are looked at, for whoever asks what is wrong: only
   *     then are there findings that depend on a day, and advice about YAML
   */
  public record Request(
      List<String> sources,
      List<String> fleet,
      List<String> schemas,
      Target target,
      Optional<LocalDate> today) {

    public Request {
      sources = List.copyOf(sources);
      fleet = List.copyOf(fleet);
      schemas = List.copyOf(schemas);
    }

    /** Sources alone. */
    public Request(List<String> sources, List<String> schemas, Target target) {
      this(sources, List.of(), schemas, target, Optional.empty());
    }
  }

  /**
   * Reads and compiles.
   *
   * @throws io.openclustermanagement.cli.OutsideException if a path cannot be read
   * @throws io.openclustermanagement.cli.args.UsageException if a path leads to no file
   */
  public static Workspace load(Session session, Request request) {
    return new Loader(session, request).load(EnumSet.allOf(Language.class));
  }

  /** The texts of the {@code .ocm} files that safe fixes change, by the names of the files. */
  public static Map<String, String> fixed(Session session, Request request) {
    return new Loader(session, request).fixed();
  }

  /** Reads and compiles {@code .ocm} files only: beside tests lie YAML files that they compare. */
  public static Workspace loadTests(Session session, Request request) {
    return new Loader(session, request).load(EnumSet.of(Language.OCM));
  }

  /** Whether the sources do not check. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** The objects that a hub would have after the sources were applied to it. */
  public List<SourceObject> snapshot() {
    return ObjectSets.overlay(fleet, sources);
  }

  /** The objects of the sources that are of a kind. */
  public List<SourceObject> sourcesOf(String kind) {
    return sources.stream().filter(source -> source.object().kind().equals(kind)).toList();
  }

  private static final class Loader {
    private final Session session;
    private final Request request;
    private final List<InputFile> schemas;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final FileReader reader;
    private final List<GenericObject> others = new ArrayList<>();

    Loader(Session session, Request request) {
      this.session = session;
      this.request = request;
      this.schemas =
          InputFiles.find(session.directory(), request.schemas(), EnumSet.of(Language.YAML));
      this.reader = new FileReader(session, diagnostics);
    }

    Workspace load(Set<Language> languages) {
      List<InputFile> files = InputFiles.find(session.directory(), request.sources(), languages);
      List<InputFile> fleetFiles =
          new FleetFolders(session.directory(), request.fleet()).hubFiles();
      List<InputFile> modules = of(files, Language.OCM);
      ModuleFinder finder = ModuleFinder.of(session, modules, schemas, reader);
      CompilationResult compiled = compile(modules, finder);
      Set<Path> expected = expected(compiled.program());
      List<InputFile> manifests =
          of(files, Language.YAML).stream()
              .filter(file -> !finder.isNamed(file))
              .filter(file -> !expected.contains(Path.of(file.name()).normalize()))
              .toList();
      List<SourceObject> sources = new ArrayList<>();
      compiled.objects().forEach(object -> sources.add(emitted(object)));
      sources.addAll(read(manifests, Strictness.SOURCE));
      List<SourceObject> fleet = read(fleetFiles, Strictness.FLEET);
      return new Workspace(
          files.size(),
          compiled.program(),
          ObjectSets.distinct(sources, diagnostics),
          ObjectSets.distinct(fleet, diagnostics),
          others,
          diagnostics);
    }

    /** What a test expects to be generated is no source beside what it is generated from. */
    private static Set<Path> expected(Program program) {
      return program.modules().stream()
          .flatMap(module -> module.tests().stream())
          .flatMap(test -> test.steps().stream())
          .filter(TestDefinition.Step.ExpectGenerated.class::isInstance)
          .map(TestDefinition.Step.ExpectGenerated.class::cast)
          .map(step -> Path.of(step.origin().span().file().name()).resolveSibling(step.file()))
          .map(Path::normalize)
          .collect(Collectors.toSet());
    }

    private static List<InputFile> of(List<InputFile> files, Language language) {
      return files.stream().filter(file -> file.language() == language).toList();
    }

    private CompilationResult compile(List<InputFile> files, ModuleFinder finder) {
      if (files.isEmpty()) {
        return new CompilationResult(new Program(List.of()), List.of(), List.of());
      }
      CompilationResult compiled = Compiler.compile(texts(files), options(finder));
      diagnostics.addAll(compiled.diagnostics());
      return compiled;
    }

    private List<SourceFile> texts(List<InputFile> files) {
      return files.stream().flatMap(file -> reader.read(file).stream()).toList();
    }

    private CompilerOptions options(ModuleFinder finder) {
      return new CompilerOptions(request.target(), Map.of(), finder, request.today().orElse(null));
    }

    Map<String, String> fixed() {
      List<InputFile> found =
          InputFiles.find(session.directory(), request.sources(), EnumSet.allOf(Language.class));
      List<InputFile> files = of(found, Language.OCM);
      List<SourceFile> texts = texts(files);
      Map<String, String> changed = new LinkedHashMap<>();
      for (SourceFile fixed :
          Fixer.fix(texts, options(ModuleFinder.of(session, files, schemas, reader)))) {
        if (!texts.contains(fixed)) {
          changed.put(fixed.name(), fixed.text());
        }
      }
      return changed;
    }

    private static SourceObject emitted(EmittedObject emitted) {
      Optional<SourceSpan> span = emitted.sourceMap().find("");
      return new SourceObject(
          emitted.object(), span.orElseThrow(), Optional.of(emitted.sourceMap()));
    }

    private List<SourceObject> read(List<InputFile> files, Strictness strictness) {
      List<SourceObject> objects = new ArrayList<>();
      List<LintedObject> linted = new ArrayList<>();
      for (SourceFile text : texts(files)) {
        Manifests manifests = YamlObjects.manifests(text, strictness, diagnostics);
        objects.addAll(YamlObjects.objects(text, manifests));
        others.addAll(YamlObjects.others(manifests));
        linted.addAll(YamlObjects.linted(text, manifests));
      }
      if (strictness == Strictness.SOURCE) {
        request.today().ifPresent(day -> diagnostics.addAll(Linter.lint(linted, day)));
      }
      return objects;
    }
  }
}
