package io.openclustermanagement.cli.input;

import io.openclustermanagement.api.kubernetes.KubernetesSchemas;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.SchemaFile;
import io.openclustermanagement.cli.Session;
import io.openclustermanagement.cli.input.InputFile.Language;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The values of {@code --schemas}. */
public final class SchemaFiles {
  private SchemaFiles() {}

  /**
   * The kinds that are built in and those of files. What is wrong with the files is reported where
   * the sources are compiled.
   *
   * @throws io.openclustermanagement.cli.OutsideException if a path cannot be read
   * @throws io.openclustermanagement.cli.args.UsageException if a path leads to no file
   */
  public static KubernetesSchemas read(Session session, List<String> paths) {
    FileReader reader = new FileReader(session, new ArrayList<>());
    List<ResourceType> types = new ArrayList<>();
    for (InputFile file : InputFiles.find(session.directory(), paths, EnumSet.of(Language.YAML))) {
      reader.read(file).ifPresent(text -> types.addAll(types(text)));
    }
    return KubernetesSchemas.builtIn().with(types);
  }

  private static List<ResourceType> types(SourceFile file) {
    return SchemaFile.read(file.name(), file.text()).types();
  }
}
