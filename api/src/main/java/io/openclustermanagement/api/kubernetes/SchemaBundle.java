package io.openclustermanagement.api.kubernetes;

import io.openclustermanagement.api.kubernetes.StructuralType.Format;
import io.openclustermanagement.api.kubernetes.StructuralType.ListKind;
import io.openclustermanagement.api.meta.JsonInteger;
import io.openclustermanagement.api.meta.JsonString;
import io.openclustermanagement.api.meta.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The built-in kinds in the compact form that {@code scripts/KubernetesSchema.java} writes. Texts
 * and structs are found by number through tables of offsets, and unpacked when asked for.
 *
 * <p>{@code kubernetes.schema} is: the tables of texts and of structs, each {@code int count},
 * {@code int length} and {@code count} offsets into the bytes that follow; then the kinds. Numbers
 * in structs and kinds are variable-length, seven bits in a byte, the low ones first. {@code
 * kubernetes.docs} is a table of texts: the descriptions, which only editors ask for.
 */
final class SchemaBundle {
  static final int TEXT = 0;
  static final int WIDE_INTEGER = 1;
  static final int INTEGER = 2;
  static final int DECIMAL = 3;
  static final int BOOL = 4;
  static final int AMOUNT = 5;
  static final int INT_OR_TEXT = 6;
  static final int LIST = 7;
  static final int MAP = 8;
  static final int ANY = 9;
  static final int ANY_OBJECT = 10;
  static final int EMBEDDED = 11;
  static final int STRUCT = 12;

  static final int REQUIRED = 1;
  static final int FILLED = 2;
  static final int HAS_DEFAULT = 4;

  private static final StructuralType.Bool BOOL_TYPE = new StructuralType.Bool();

  private final Table texts;
  private final Table structs;
  private final @Nullable StructType[] unpacked;
  private final Supplier<Table> descriptions;
  private final String version;
  private final List<ResourceType> kinds;

  private SchemaBundle(ByteBuffer bytes, Supplier<Table> descriptions) {
    this.texts = new Table(bytes);
    this.structs = new Table(bytes);
    this.unpacked = new StructType[structs.count()];
    this.descriptions = descriptions;
    this.version = texts.text(number(bytes));
    this.kinds = kinds(bytes);
  }

  private static final class Loaded {
    private static final SchemaBundle INSTANCE =
        new SchemaBundle(resource("kubernetes.schema"), () -> Descriptions.TABLE);
  }

  private static final class Descriptions {
    private static final Table TABLE = new Table(resource("kubernetes.docs"));
  }

  /** The bundle of this program. */
  static SchemaBundle load() {
    return Loaded.INSTANCE;
  }

  /** The version of Kubernetes. */
  String version() {
    return version;
  }

  /** All kinds. */
  List<ResourceType> kinds() {
    return kinds;
  }

  private static ByteBuffer resource(String name) {
    try (InputStream stream = SchemaBundle.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return ByteBuffer.wrap(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ResourceType> kinds(ByteBuffer bytes) {
    int count = number(bytes);
    List<ResourceType> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      types.add(
          new ResourceType(
              texts.text(number(bytes)),
              texts.text(number(bytes)),
              texts.text(number(bytes)),
              texts.text(number(bytes)),
              bytes.get() != 0,
              struct(number(bytes))));
    }
    return List.copyOf(types);
  }

  /** One object per struct, so that types can be compared. */
  private synchronized StructType struct(int index) {
    StructType known = unpacked[index];
    if (known == null) {
      ByteBuffer bytes = structs.entry(index);
      String name = texts.text(number(bytes));
      known = new StructType(name, bytes.get() != 0, () -> fields(bytes.duplicate()));
      unpacked[index] = known;
    }
    return known;
  }

  private List<StructField> fields(ByteBuffer bytes) {
    int count = number(bytes);
    List<StructField> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = texts.text(number(bytes));
      int flags = bytes.get();
      int description = number(bytes);
      StructuralType type = type(bytes);
      JsonValue defaultValue = (flags & HAS_DEFAULT) == 0 ? null : scalar(bytes);
      fields.add(
          new StructField(
              name,
              type,
              (flags & REQUIRED) != 0,
              (flags & FILLED) != 0,
              false,
              defaultValue,
              () -> descriptions.get().text(description)));
    }
    return fields;
  }

  /** The built-in kinds have no other defaults than texts and integers. */
  private JsonValue scalar(ByteBuffer bytes) {
    boolean integer = bytes.get() != 0;
    String text = texts.text(number(bytes));
    return integer ? new JsonInteger(Long.parseLong(text)) : new JsonString(text);
  }

  private StructuralType type(ByteBuffer bytes) {
    int tag = bytes.get();
    return switch (tag) {
      case TEXT -> text(bytes);
      case WIDE_INTEGER -> new StructuralType.WholeNumber(true);
      case INTEGER -> new StructuralType.WholeNumber(false);
      case DECIMAL -> new StructuralType.DecimalNumber();
      case BOOL -> BOOL_TYPE;
      case AMOUNT -> new StructuralType.Amount();
      case INT_OR_TEXT -> new StructuralType.IntOrText();
      case LIST ->
          new StructuralType.ListOf(type(bytes), ListKind.values()[bytes.get()], texts(bytes));
      case MAP -> new StructuralType.MapOf(type(bytes));
      case ANY -> new StructuralType.Any(false);
      case ANY_OBJECT -> new StructuralType.Any(true);
      case EMBEDDED -> new StructuralType.EmbeddedResource();
      case STRUCT -> struct(number(bytes));
      default -> throw new IllegalStateException("no type " + tag);
    };
  }

  private StructuralType text(ByteBuffer bytes) {
    Format format = Format.values()[bytes.get()];
    List<String> values = texts(bytes);
    return format == Format.PLAIN && values.isEmpty()
        ? StructuralType.Text.ANY
        : new StructuralType.Text(format, values);
  }

  private List<String> texts(ByteBuffer bytes) {
    int count = number(bytes);
    List<String> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      found.add(texts.text(number(bytes)));
    }
    return found;
  }

  private static int number(ByteBuffer bytes) {
    int value = 0;
    int shift = 0;
    int read = bytes.get();
    while (read < 0) {
      value |= (read & 0x7f) << shift;
      shift += 7;
      read = bytes.get();
    }
    return value | read << shift;
  }

  /** Entries found by number; those that are texts are decoded once. */
  private static final class Table {
    private final ByteBuffer offsets;
    private final ByteBuffer entries;
    private final int count;
    private final @Nullable String[] decoded;

    /** Takes the table at the position of the buffer, and moves behind it. */
    Table(ByteBuffer bytes) {
      this.count = bytes.getInt();
      int length = bytes.getInt();
      int start = bytes.position();
      this.offsets = bytes.slice(start, (count + 1) * Integer.BYTES);
      this.entries = bytes.slice(start + offsets.capacity(), length);
      this.decoded = new String[count];
      bytes.position(start + offsets.capacity() + length);
    }

    int count() {
      return count;
    }

    ByteBuffer entry(int index) {
      int start = offsets.getInt(index * Integer.BYTES);
      return entries.slice(start, offsets.getInt((index + 1) * Integer.BYTES) - start);
    }

    String text(int index) {
      String text = decoded[index];
      if (text == null) {
        text = StandardCharsets.UTF_8.decode(entry(index)).toString();
        decoded[index] = text;
      }
      return text;
    }
  }
}
