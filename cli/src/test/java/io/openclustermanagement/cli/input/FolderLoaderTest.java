package io.openclustermanagement.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.cli.Session;
import io.openclustermanagement.compiler.SourceLoader.FileLookup;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLoaderTest {
  private static final SourceFile SOURCE = new SourceFile("apps/shop.ocm", "");

  @TempDir private Path scratch;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(scratch.resolve("first"));
    Path apps = Files.createDirectories(scratch.resolve("second/apps"));
    Files.createDirectories(apps.resolve("[odd] {names}/.hidden"));
    Files.writeString(apps.resolve("shop.ocm"), "");
    Files.writeString(apps.resolve("service.yaml"), "a: 1");
    Files.writeString(apps.resolve("[odd] {names}/a.yaml"), "b: 1");
    Files.writeString(apps.resolve("[odd] {names}/.hidden/c.yaml"), "c: 1");
    Files.write(apps.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
  }

  @Test
  void aFileLiesBesideTheSourceInTheFolderThatHasIt() {
    FileLookup found = find("service.yaml");

    assertThat(found.problem()).isEmpty();
    assertThat(found.found()).extracting(SourceFile::name).containsExactly("apps/service.yaml");
  }

  @Test
  void onlyStarsAndQuestionMarksHaveAMeaning() {
    assertThat(find("[odd] {names}/?.yaml").found())
        .extracting(SourceFile::name)
        .containsExactly("apps/[odd] {names}/a.yaml");
  }

  @Test
  void hiddenFilesAreLeftOut() {
    assertThat(find("**/*.yaml").found()).extracting(SourceFile::text).containsExactly("b: 1");
  }

  @Test
  void aFileThatIsNoTextIsRefused() {
    assertThat(find("latin.yaml"))
        .isEqualTo(new FileLookup(List.of(), Optional.of("`apps/latin.yaml` is not UTF-8 text.")));
  }

  @Test
  void aPathThatIsNoneIsRefused() {
    assertThat(find("a\0b").problem()).hasValue("`a\0b` is not a path.");
    assertThat(find(" ").problem()).hasValue("` ` is not a relative path.");
  }

  private FileLookup find(String pattern) {
    Session session =
        new Session(
            List.of(),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of(),
            scratch,
            false,
            false,
            InstantSource.system());
    return new FolderLoader(session, List.of(scratch.resolve("first"), scratch.resolve("second")))
        .files(SOURCE, pattern);
  }
}
