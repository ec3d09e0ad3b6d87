package io.openclustermanagement.cli.input;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.compiler.CompilationResult;
import io.openclustermanagement.compiler.Compiler;
import io.openclustermanagement.compiler.CompilerOptions;
import io.openclustermanagement.compiler.EmittedObject;
import io.openclustermanagement.compiler.Target;
import io.openclustermanagement.compiler.program.Program;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the paths on a command line lead to, read and compiled.
 *
 * @param files how many files were read
 * @param program what the {@code .ocm} files declare
 * @param complete whether everything that they declare is compiled
 * @param sources the objects of the sources, compiled or read, each once
 * @param fleet the objects of the fleet, each once
 * @param diagnostics what was found on the way
 */
public record Workspace(
    int files,
    Program program,
    boolean complete,
    List<SourceObject> sources,
    List<SourceObject> fleet,
    List<Diagnostic> diagnostics) {

  public Workspace {
    sources = List.copyOf(sources);
    fleet = List.copyOf(fleet);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads and compiles.
   *
   * @param sourcePaths the operands of the command
   * @param fleetPaths the values of {@code --fleet} that are paths
   * @throws io.openclustermanagement.cli.OutsideException if a path cannot be read
   * @throws io.openclustermanagement.cli.args.UsageException if a path leads to no file
   */
  public static Workspace load(
      Session session, List<String> sourcePaths, List<String> fleetPaths, Target target) {
    return new Loader(session, target).load(sourcePaths, EnumSet.allOf(Language.class), fleetPaths);
  }

  /** Reads and compiles {@code .ocm} files only: beside tests lie YAML files that they compare. */
  public static Workspace loadTests(Session session, List<String> paths) {
    return new Loader(session, Target.NATIVE).load(paths, EnumSet.of(Language.OCM), List.of());
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
    private final Target target;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final FileReader reader;

    Loader(Session session, Target target) {
      this.session = session;
      this.target = target;
      this.reader = new FileReader(session, diagnostics);
    }

    Workspace load(List<String> sourcePaths, Set<Language> languages, List<String> fleetPaths) {
      List<InputFile> files = InputFiles.find(session.directory(), sourcePaths, languages);
      List<InputFile> fleetFiles =
          InputFiles.find(session.directory(), fleetPaths, EnumSet.of(Language.YAML));
      CompilationResult compiled = compile(of(files, Language.OCM));
      List<SourceObject> sources = new ArrayList<>();
      compiled.objects().forEach(object -> sources.add(emitted(object)));
      sources.addAll(read(of(files, Language.YAML), Strictness.SOURCE));
      List<SourceObject> fleet = read(fleetFiles, Strictness.FLEET);
      return new Workspace(
          files.size(),
          compiled.program(),
          compiled.isComplete(),
          ObjectSets.distinct(sources, diagnostics),
          ObjectSets.distinct(fleet, diagnostics),
          diagnostics);
    }

    private static List<InputFile> of(List<InputFile> files, Language language) {
      return files.stream().filter(file -> file.language() == language).toList();
    }

    private CompilationResult compile(List<InputFile> files) {
      if (files.isEmpty()) {
        return new CompilationResult(new Program(List.of()), List.of(), List.of());
      }
      List<SourceFile> texts = files.stream().flatMap(file -> reader.read(file).stream()).toList();
      CompilerOptions options =
          new CompilerOptions(target, Map.of(), ModuleFinder.of(session, files));
      CompilationResult compiled = Compiler.compile(texts, options);
      diagnostics.addAll(compiled.diagnostics());
      return compiled;
    }

    private static SourceObject emitted(EmittedObject emitted) {
      Optional<SourceSpan> span = emitted.sourceMap().find("");
      return new SourceObject(
          emitted.object(), span.orElseThrow(), Optional.of(emitted.sourceMap()));
    }

    private List<SourceObject> read(List<InputFile> files, Strictness strictness) {
      List<SourceObject> objects = new ArrayList<>();
      for (InputFile file : files) {
        reader
            .read(file)
            .ifPresent(text -> objects.addAll(YamlObjects.read(text, strictness, diagnostics)));
      }
      return objects;
    }
  }
}
