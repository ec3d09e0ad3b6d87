package io.openclustermanagement.governance.opa;

import io.openclustermanagement.governance.rego.RegoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bundle that {@code opa build} writes: a compressed tar archive. */
final class BundleFile {
  private static final int BLOCK = 512;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int NAME_LENGTH = 100;
  private static final long MAX_POLICY = 64L << 20;

  private BundleFile() {}

  /**
   * The WebAssembly in a bundle.
   *
   * @throws RegoException if there is none
   */
  static byte[] policy(Path bundle) throws IOException, RegoException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(bundle))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        long size = Long.parseLong(text(header, SIZE_OFFSET, SIZE_LENGTH), 8);
        if (text(header, 0, NAME_LENGTH).endsWith("/policy.wasm") && size <= MAX_POLICY) {
          return in.readNBytes((int) size);
        }
        in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        header = in.readNBytes(BLOCK);
      }
    } catch (NumberFormatException e) {
      throw new RegoException("OPA wrote a bundle that cannot be read.", e);
    }
    throw new RegoException("OPA wrote a bundle without WebAssembly.");
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0 && header[end] != ' ') {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }
}
