package io.openclustermanagement.governance.opa;

import io.openclustermanagement.governance.rego.RegoCompiler;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compiled programs in a folder, found by their content. The folder is one's own: who can write to
 * it says what policies say.
 */
public final class CompiledModules implements RegoCompiler {
  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final long MAX_SIZE = 64L << 20;

  private final Path folder;
  private final RegoCompiler compiler;

  /** A folder, and who compiles what it lacks. A folder that cannot be written to is no error. */
  public CompiledModules(Path folder, RegoCompiler compiler) {
    this.folder = folder;
    this.compiler = compiler;
  }

  @Override
  public byte[] compile(RegoProgram program) throws RegoException {
    Path file = folder.resolve(program.digest() + ".wasm");
    Optional<byte[]> kept = read(file);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] compiled = compiler.compile(program);
    write(file, compiled);
    return compiled;
  }

  private static Optional<byte[]> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
        return Optional.empty();
      }
      byte[] content = Files.readAllBytes(file);
      boolean whole =
          content.length > MAGIC.length
              && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
      return whole ? Optional.of(content) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void write(Path file, byte[] content) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path scratch = Files.createTempFile(folder, "new", ".wasm");
      Files.write(scratch, content);
      Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      // It is compiled again next time.
    }
  }
}
