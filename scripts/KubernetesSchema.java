import io.openclustermanagement.api.kubernetes.OpenApiReader;
import io.openclustermanagement.api.kubernetes.ResourceType;
import io.openclustermanagement.api.kubernetes.StructField;
import io.openclustermanagement.api.kubernetes.StructType;
import io.openclustermanagement.api.kubernetes.StructuralType;
import io.openclustermanagement.api.meta.JsonArray;
import io.openclustermanagement.api.meta.JsonBoolean;
import io.openclustermanagement.api.meta.JsonDecimal;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonNull;
import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import io.openclustermanagement.api.yaml.TreeReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the built-in kinds from the sources of Kubernetes; {@code scripts/kubernetes-schema} runs
 * it. Fields, scope and plurals come from the OpenAPI documents in {@code api/openapi-spec/v3}.
 * Those leave out which texts a field allows; that is in {@code
 * pkg/generated/openapi/zz_generated.openapi.go}, from which API servers make the same documents.
 */
public class KubernetesSchema {
  private static final Pattern FUNCTION = Pattern.compile("^func schema_(\\w+)\\(ref .*");
  private static final Pattern FIELD = Pattern.compile("^\\t{5}\"([^\"]+)\": \\{$");
  private static final Pattern ENUM = Pattern.compile("^\\t+Enum: +\\[]interface\\{}\\{(.*)},$");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  /** Numbers of the types; {@code SchemaBundle} has the same. */
  private static final int TEXT_TAG = 0;

  private static final int WIDE_INTEGER = 1;
  private static final int INTEGER = 2;
  private static final int DECIMAL = 3;
  private static final int BOOL = 4;
  private static final int AMOUNT = 5;
  private static final int INT_OR_TEXT = 6;
  private static final int LIST = 7;
  private static final int MAP = 8;
  private static final int ANY = 9;
  private static final int ANY_OBJECT = 10;
  private static final int EMBEDDED = 11;
  private static final int STRUCT = 12;

  private final Table texts = new Table();
  private final Table descriptions = new Table();
  private final Map<StructType, Integer> structs = new HashMap<>();
  private final List<byte[]> bodies = new ArrayList<>();

  /** Entries with their numbers. */
  static final class Table {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String text) {
      return numbers.computeIfAbsent(text, _ -> numbers.size());
    }

    List<byte[]> entries() {
      return numbers.keySet().stream().map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
    }
  }

  /**
   * @param arguments the directory of the sources, their version, and the directory to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    List<Map<String, Object>> documents = documents(sources.resolve("api/openapi-spec/v3"));
    int enums =
        addEnums(documents, sources.resolve("pkg/generated/openapi/zz_generated.openapi.go"));
    List<ResourceType> types =
        OpenApiReader.read(documents).stream()
            .sorted(
                Comparator.comparing(ResourceType::kind).thenComparing(ResourceType::apiVersion))
            .toList();
    KubernetesSchema writer = new KubernetesSchema();
    writer.write(types, arguments[1], Path.of(arguments[2]));
    System.out.printf(
        "%d kinds, %d structs, %d texts, %d descriptions, %d enums%n",
        types.size(),
        writer.bodies.size(),
        writer.texts.numbers.size(),
        writer.descriptions.numbers.size(),
        enums);
  }

  private static List<Map<String, Object>> documents(Path directory) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        var read = TreeReader.read(file.toString(), Files.readString(file));
        if (!read.problems().isEmpty()) {
          throw new IOException(read.problems().toString());
        }
        documents.add(map(read.documents().getFirst()));
      }
    }
    return documents;
  }

  private static int addEnums(List<Map<String, Object>> documents, Path generated)
      throws IOException {
    Map<String, Map<String, List<String>>> enums = enums(generated);
    int added = 0;
    for (Map<String, Object> document : documents) {
      Map<String, Object> schemas = map(map(document.get("components")).get("schemas"));
      for (var schema : schemas.entrySet()) {
        added +=
            addEnums(map(schema.getValue()), enums.getOrDefault(key(schema.getKey()), Map.of()));
      }
    }
    return added;
  }

  private static int addEnums(Map<String, Object> schema, Map<String, List<String>> enums) {
    int added = 0;
    for (var field : map(schema.get("properties")).entrySet()) {
      List<String> values = enums.get(field.getKey());
      Map<String, Object> type = map(field.getValue());
      Map<String, Object> text = type.containsKey("items") ? map(type.get("items")) : type;
      if (values != null && "string".equals(text.get("type"))) {
        text.put("enum", values);
        added++;
      }
    }
    return added;
  }

  /** {@code io.k8s.api.core.v1.Container} as the names of generated functions have it. */
  private static String key(String definition) {
    return definition
        .replace("io.k8s.apimachinery.pkg.", "pkg_")
        .replaceFirst("^io\\.k8s\\.([a-z]+)\\.", "k8sio_$1_")
        .replace('.', '_')
        .replace("-", "");
  }

  private static Map<String, Map<String, List<String>>> enums(Path generated) throws IOException {
    Map<String, Map<String, List<String>>> enums = new HashMap<>();
    String function = "";
    String field = "";
    for (String line : Files.readAllLines(generated)) {
      Matcher matcher = FUNCTION.matcher(line);
      if (matcher.matches()) {
        function = matcher.group(1);
      } else if ((matcher = FIELD.matcher(line)).matches()) {
        field = matcher.group(1);
      } else if ((matcher = ENUM.matcher(line)).matches()) {
        List<String> values =
            TEXT.matcher(matcher.group(1)).results().map(m -> m.group(1)).toList();
        enums.computeIfAbsent(function, _ -> new HashMap<>()).put(field, values);
      }
    }
    return enums;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object tree) {
    return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
  }

  private void write(List<ResourceType> types, String version, Path directory) throws IOException {
    texts.number("");
    descriptions.number("");
    Output kinds = new Output();
    kinds.number(texts.number(version));
    kinds.number(types.size());
    for (ResourceType type : types) {
      kinds.number(texts.number(type.group()));
      kinds.number(texts.number(type.version()));
      kinds.number(texts.number(type.kind()));
      kinds.number(texts.number(type.plural()));
      kinds.flag(type.namespaced());
      kinds.number(struct(type.root()));
    }
    try (var stream =
        new DataOutputStream(Files.newOutputStream(directory.resolve("kubernetes.schema")))) {
      table(texts.entries(), stream);
      table(bodies, stream);
      stream.write(kinds.bytes());
    }
    try (var stream =
        new DataOutputStream(Files.newOutputStream(directory.resolve("kubernetes.docs")))) {
      table(descriptions.entries(), stream);
    }
  }

  private static void table(List<byte[]> entries, DataOutputStream stream) throws IOException {
    stream.writeInt(entries.size());
    stream.writeInt(entries.stream().mapToInt(each -> each.length).sum());
    int offset = 0;
    stream.writeInt(offset);
    for (byte[] entry : entries) {
      offset += entry.length;
      stream.writeInt(offset);
    }
    for (byte[] entry : entries) {
      stream.write(entry);
    }
  }

  private int struct(StructType type) {
    Integer known = structs.get(type);
    if (known != null) {
      return known;
    }
    int number = bodies.size();
    structs.put(type, number);
    bodies.add(new byte[0]);
    Output body = new Output();
    body.number(texts.number(type.name()));
    body.flag(type.open());
    body.number(type.fields().size());
    for (StructField field : type.fields()) {
      // One field of an alpha API has an object as its default, which nobody would ask for.
      boolean hasDefault =
          field.defaultValue() != null && !(field.defaultValue() instanceof JsonObject);
      body.number(texts.number(field.name()));
      body.number((field.required() ? 1 : 0) | (field.filled() ? 2 : 0) | (hasDefault ? 4 : 0));
      body.number(descriptions.number(field.description()));
      type(field.type(), body);
      if (hasDefault) {
        scalar(field.defaultValue(), body);
      }
    }
    bodies.set(number, body.bytes());
    return number;
  }

  private void scalar(JsonValue value, Output out) {
    switch (value) {
      case JsonInteger(long number) -> {
        out.flag(true);
        out.number(texts.number(Long.toString(number)));
      }
      case JsonString(String text) -> {
        out.flag(false);
        out.number(texts.number(text));
      }
      case JsonBoolean _, JsonDecimal _, JsonNull _, JsonArray _, JsonObject _ ->
          throw new IllegalArgumentException("a default of a new form: " + value);
    }
  }

  private void type(StructuralType type, Output out) {
    switch (type) {
      case StructType struct -> {
        out.number(STRUCT);
        out.number(struct(struct));
      }
      case StructuralType.Text text -> {
        out.number(TEXT_TAG);
        out.number(text.format().ordinal());
        texts(text.values(), out);
      }
      case StructuralType.WholeNumber number -> out.number(number.wide() ? WIDE_INTEGER : INTEGER);
      case StructuralType.DecimalNumber _ -> out.number(DECIMAL);
      case StructuralType.Bool _ -> out.number(BOOL);
      case StructuralType.Amount _ -> out.number(AMOUNT);
      case StructuralType.IntOrText _ -> out.number(INT_OR_TEXT);
      case StructuralType.ListOf list -> {
        out.number(LIST);
        type(list.element(), out);
        out.number(list.kind().ordinal());
        texts(list.keys(), out);
      }
      case StructuralType.MapOf map -> {
        out.number(MAP);
        type(map.values(), out);
      }
      case StructuralType.Any any -> out.number(any.object() ? ANY_OBJECT : ANY);
      case StructuralType.EmbeddedResource _ -> out.number(EMBEDDED);
    }
  }

  private void texts(List<String> values, Output out) {
    out.number(values.size());
    values.forEach(value -> out.number(texts.number(value)));
  }

  /** Bytes with numbers of variable length. */
  static final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void number(int value) {
      int rest = value;
      while (rest >= 0x80) {
        bytes.write(rest & 0x7f | 0x80);
        rest >>>= 7;
      }
      bytes.write(rest);
    }

    void flag(boolean value) {
      bytes.write(value ? 1 : 0);
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
