package io.openclustermanagement.benchmarks;

import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.Document;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.compare.ObjectComparison;
import io.openclustermanagement.governance.compare.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares the comparison of objects with recorded results of upstream's: a file of one JSON object
 * a line, each a template, an existing object and what upstream made of them. Prints how many rows
 * agree, per aspect, and every difference.
 */
public final class CompareVectors {
  private final Map<String, int[]> agreement = new LinkedHashMap<>();
  private int rows;
  private int differences;

  private CompareVectors() {}

  /** Takes the path of the file. Exit code 0 if everything agrees, 1 if not, 3 without a path. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: compare-vectors FILE.jsonl");
      System.exit(3);
    }
    CompareVectors vectors = new CompareVectors();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      vectors.compare(line);
    }
    System.exit(vectors.report());
  }

  private void compare(String line) {
    JsonObject row = row(line);
    JsonObject template = row.object("template");
    JsonObject existing = row.object("existing");
    Strictness strictness =
        row.text("complianceType").orElseThrow().equals("mustonlyhave")
            ? Strictness.EXACT
            : Strictness.AT_LEAST;
    ObjectComparison result = ObjectComparison.compare(template, existing, strictness, strictness);
    String name = row.text("case").orElseThrow() + " " + strictness;
    rows++;
    aspect(name, "error", row.text("error").orElse(null), result.error());
    aspect(
        name,
        "match of unnamed",
        row.get("unnamedMatch"),
        new JsonBoolean(ObjectComparison.matches(template, existing, strictness)));
    if (result.error() != null) {
      return;
    }
    boolean differs = result.differences().stream().anyMatch(each -> isOf(template, each.path()));
    aspect(name, "verdict", row.get("updateNeeded"), new JsonBoolean(differs));
    template
        .fields()
        .keySet()
        .forEach(
            key -> aspect(name, "merge", row.object("merged").get(key), result.merged().get(key)));
    if (row.get("missingKey") != null) {
      aspect(name, "missing key", row.get("missingKey"), new JsonBoolean(result.missingKey()));
    }
  }

  /** The rows speak of the fields that the template has, one by one. */
  private static boolean isOf(JsonObject template, String path) {
    return template.get(path.split("/", -1)[1]) != null;
  }

  private static JsonObject row(String line) {
    String text = "{\"apiVersion\": \"v1\", \"kind\": \"Row\", " + line.strip().substring(1);
    if (!(ManifestReader.read("row", text).documents().getFirst()
        instanceof Document.Foreign foreign)) {
      throw new IllegalArgumentException("not a row: " + line);
    }
    return (JsonObject) JsonValue.of(foreign.content());
  }

  private void aspect(
      String row, String aspect, @Nullable Object expected, @Nullable Object actual) {
    int[] counts = agreement.computeIfAbsent(aspect, _ -> new int[2]);
    counts[1]++;
    if (Objects.equals(expected, actual)) {
      counts[0]++;
    } else {
      differences++;
      System.out.printf("%s: %s%n  upstream  %s%n  here      %s%n", row, aspect, expected, actual);
    }
  }

  private int report() {
    agreement.forEach(
        (aspect, counts) -> System.out.printf("%-20s %4d of %d%n", aspect, counts[0], counts[1]));
    System.out.printf("%d rows, %d differences%n", rows, differences);
    return differences == 0 ? 0 : 1;
  }
}
