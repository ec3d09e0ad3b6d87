package io.openclustermanagement.placement.cel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The functions that convert between types ({@code ConvertToType} of {@code common/types}). */
final class Conversions {
  private static final EvaluationError INT_OVERFLOW = new EvaluationError("integer overflow");
  private static final EvaluationError UINT_OVERFLOW =
      new EvaluationError("unsigned integer overflow");

  private Conversions() {}

  static @Nullable LibraryFunction find(String name) {
    return switch (name) {
      case "bool" -> (e, a) -> toBool(a[0]);
      case "bytes" -> (e, a) -> toBytes(e, a[0]);
      case "double" -> (e, a) -> toDouble(a[0]);
      case "int" -> (e, a) -> toInt(a[0]);
      case "uint" -> (e, a) -> toUint(a[0]);
      case "string" -> (e, a) -> toString(e, a[0]);
      case "duration" -> (e, a) -> toDuration(a[0]);
      case "timestamp" -> (e, a) -> toTimestamp(a[0]);
      default -> null;
    };
  }

  private static Object toBool(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case String s ->
          switch (s) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> EvaluationError.conversion(value, "bool");
          };
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toBytes(Evaluation evaluation, Object value) {
    return switch (value) {
      case Bytes b -> b;
      case String s -> {
        evaluation.work(s.length());
        yield Bytes.of(s);
      }
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toDouble(Object value) {
    return switch (value) {
      case Double d -> d;
      case Long l -> (double) l;
      case Uint u -> u.toDouble();
      case String s -> GoNumbers.parseFloat(s);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toInt(Object value) {
    return switch (value) {
      case Long l -> l;
      case Double d -> d > -0x1p63 && d < 0x1p63 ? (Object) d.longValue() : INT_OVERFLOW;
      case Uint u -> u.bits() < 0 ? INT_OVERFLOW : (Object) u.bits();
      case String s -> GoNumbers.parseInt(s);
      case Timestamp t -> t.instant().getEpochSecond();
      case Duration d -> d.toNanos();
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toUint(Object value) {
    return switch (value) {
      case Uint u -> u;
      case Long l -> l < 0 ? UINT_OVERFLOW : new Uint(l);
      case Double d -> d >= 0 && d < Uint.TWO_TO_64 ? unsigned(d) : UINT_OVERFLOW;
      case String s -> GoNumbers.parseUint(s);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Uint unsigned(double value) {
    return new Uint(value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE);
  }

  private static Object toString(Evaluation evaluation, Object value) {
    return switch (value) {
      case String s -> s;
      case Boolean b -> b.toString();
      case Long l -> l.toString();
      case Uint u -> u.toString();
      case Double d -> GoFormat.shortest(d);
      case Bytes b -> {
        evaluation.work(b.octets().length);
        yield decode(b);
      }
      case Duration d -> GoFormat.duration(d);
      case Timestamp t -> t.toString();
      case NetworkAddress address -> address.toString();
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object decode(Bytes value) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value.octets())).toString();
    } catch (CharacterCodingException e) {
      return new EvaluationError("invalid UTF-8 in bytes, cannot convert to string");
    }
  }

  private static Object toDuration(Object value) {
    return switch (value) {
      case Duration d -> d;
      case Long l -> EvaluationError.conversion(l, "google.protobuf.Duration");
      case String s -> TimeLibrary.parseDuration(s);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }

  private static Object toTimestamp(Object value) {
    return switch (value) {
      case Timestamp t -> t;
      case Long l -> Timestamp.ofEpochSecond(l);
      case String s -> Timestamp.parse(s);
      default -> EvaluationError.NO_SUCH_OVERLOAD;
    };
  }
}
