package io.openclustermanagement.governance.rego;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Modules that belong together, and what is asked of them.
 *
 * @param modules in Rego as OPA 0 has it, or with {@code import rego.v1}; the packages of two
 *     programs differ, so that one OPA can hold both
 * @param entryPoint the rule that is evaluated, as a path such as {@code ocm/t1/answer}
 */
public record RegoProgram(List<RegoModule> modules, String entryPoint) {

  public RegoProgram {
    modules = List.copyOf(modules);
  }

  /** What tells it from all other programs: 64 hexadecimal digits. */
  public String digest() {
    MessageDigest digest = sha256();
    for (RegoModule module : modules) {
      digest.update(module.text().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(entryPoint.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
