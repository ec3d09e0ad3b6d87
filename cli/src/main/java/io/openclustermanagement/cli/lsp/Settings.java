package io.openclustermanagement.cli.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.cli.OutsideException;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.args.UsageException;
import io.openclustermanagement.cli.input.FileReader;
import io.openclustermanagement.cli.input.InputFile;
import io.openclustermanagement.cli.input.InputFiles;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set. {@code ocm.fleet} is a path, or several, to what {@code --fleet} reads; it
 * comes with {@code initialize} or from the configuration of the workspace.
 */
final class Settings {
  private static final String SECTION = "ocm";
  private static final String FLEET = "fleet";

  private final Session session;
  private final EditorSession editor;
  private List<String> fleet = List.of();
  private Path base;
  private boolean canBeAsked;
  private boolean canWatch;
  private @Nullable List<KubernetesObject> objects;
  private int edition;

  Settings(Session session, EditorSession editor) {
    this.session = session;
    this.editor = editor;
    this.base = session.directory().toAbsolutePath();
  }

  void initialize(InitializeParams params) {
    WorkspaceClientCapabilities can =
        params.getCapabilities() == null ? null : params.getCapabilities().getWorkspace();
    canBeAsked = can != null && Boolean.TRUE.equals(can.getConfiguration());
    canWatch =
        can != null
            && can.getDidChangeWatchedFiles() != null
            && Boolean.TRUE.equals(can.getDidChangeWatchedFiles().getDynamicRegistration());
    editor.documents().firstFolder().ifPresent(folder -> base = folder);
    if (params.getInitializationOptions() instanceof JsonElement options) {
      read(options);
    }
  }

  /** Asks the client for its configuration, and to be told of changes. */
  void watch() {
    if (canWatch) {
      var watchers = List.of(new FileSystemWatcher(Either.forLeft("**/*.{ocm,yaml,yml,json}")));
      Registration files =
          new Registration(
              "files",
              "workspace/didChangeWatchedFiles",
              new DidChangeWatchedFilesRegistrationOptions(watchers));
      var _ = editor.client().registerCapability(new RegistrationParams(List.of(files)));
    }
    ask();
  }

  private void ask() {
    if (canBeAsked) {
      ConfigurationItem item = new ConfigurationItem();
      item.setSection(SECTION);
      var _ =
          editor
              .client()
              .configuration(new ConfigurationParams(List.of(item)))
              .thenAccept(answer -> editor.requests().run("configuration", () -> answered(answer)));
    }
  }

  private void answered(List<Object> answer) {
    if (!answer.isEmpty() && answer.getFirst() instanceof JsonElement options) {
      read(options);
      var _ = editor.client().refreshInlayHints();
    }
  }

  /** The client says that something is set otherwise, and perhaps what. */
  void changed(@Nullable Object settings) {
    if (settings instanceof JsonObject all && all.get(SECTION) instanceof JsonObject own) {
      read(own);
      var _ = editor.client().refreshInlayHints();
    } else {
      ask();
    }
  }

  /** Files of the fleet may have changed. */
  void changedOnDisk() {
    objects = null;
  }

  private void read(JsonElement options) {
    JsonElement found = options instanceof JsonObject object ? object.get(FLEET) : null;
    List<String> paths = new ArrayList<>();
    switch (found) {
      case JsonArray array -> array.forEach(each -> text(each).ifPresent(paths::add));
      case JsonElement one -> text(one).ifPresent(paths::add);
      case null -> {}
    }
    if (!paths.equals(fleet)) {
      fleet = List.copyOf(paths);
      objects = null;
    }
  }

  private static Optional<String> text(JsonElement element) {
    return element.isJsonPrimitive() && !element.getAsString().isBlank()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }

  /** The objects of the fleet; none without one, or if its files cannot be read. */
  List<KubernetesObject> fleet() {
    List<KubernetesObject> known = objects;
    if (known == null) {
      known = load();
      objects = known;
      edition++;
    }
    return known;
  }

  /** A number that changes whenever {@link #fleet} does. */
  int edition() {
    return edition;
  }

  private List<KubernetesObject> load() {
    if (fleet.isEmpty()) {
      return List.of();
    }
    // What is wrong with the files of a fleet is said by commands that are about the fleet.
    FileReader reader = new FileReader(session, new ArrayList<>());
    List<KubernetesObject> found = new ArrayList<>();
    try {
      for (InputFile file : InputFiles.find(base, fleet, EnumSet.of(InputFile.Language.YAML))) {
        reader.read(file).ifPresent(text -> collect(text, found));
      }
    } catch (OutsideException | UsageException e) {
      editor.warn("ocm.fleet: " + e.getMessage());
    }
    return List.copyOf(found);
  }

  private static void collect(SourceFile file, List<KubernetesObject> found) {
    for (Document document : ManifestReader.read(file.name(), file.text()).documents()) {
      if (document instanceof Document.Typed(KubernetesObject object, _)) {
        found.add(object);
      }
    }
  }

  Instant now() {
    return session.clock().instant();
  }
}
