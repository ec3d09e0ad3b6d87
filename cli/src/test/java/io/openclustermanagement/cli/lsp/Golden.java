package io.openclustermanagement.cli.lsp;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** Expected texts below {@code src/test/lsp}; {@code -Dgolden.write=true} rewrites them. */
final class Golden {
  private Golden() {}

  static void assertThat(String file, String actual) throws IOException {
    Path expected = Path.of("src/test/lsp").resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, actual);
    } else if (!Files.exists(expected)) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
      fail("there was no %s; it is written now, look at it", expected);
    }
    Assertions.assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
