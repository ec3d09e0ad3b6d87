package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.meta.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A constant of the language. */
public sealed interface Value {

  /** The type this value was written with; the elements of a list decide the type of the list. */
  Type type();

  record StringValue(String text) implements Value {
    @Override
    public Type type() {
      return Type.Simple.STRING;
    }
  }

  record BoolValue(boolean value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.BOOL;
    }
  }

  record IntValue(long value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.INT;
    }
  }

  record FloatValue(BigDecimal value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.FLOAT;
    }
  }

  record DurationValue(Duration value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.DURATION;
    }
  }

  /** A quantity of a Kubernetes resource, such as {@code 256Mi}. */
  record QuantityValue(Quantity value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.QUANTITY;
    }
  }

  record PercentValue(int value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.PERCENT;
    }
  }

  record VersionValue(Version value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.VERSION;
    }
  }

  record DateValue(LocalDate value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.DATE;
    }
  }

  /** What a policy found on a cluster. */
  record ComplianceValue(Compliance value) implements Value {
    @Override
    public Type type() {
      return Type.Simple.COMPLIANCE;
    }
  }

  record NullValue() implements Value {
    @Override
    public Type type() {
      return Type.Simple.NULL;
    }
  }

  /**
   * A list.
   *
   * @param elementType what the elements are, also where there are none
   */
  record ListValue(Type elementType, List<Value> elements) implements Value {
    public ListValue {
      elements = List.copyOf(elements);
    }

    @Override
    public Type type() {
      return new Type.ListOf(elementType);
    }
  }

  /**
   * A map.
   *
   * @param valueType what the values are, also where there are none
   */
  record MapValue(Type valueType, Map<String, Value> entries) implements Value {
    public MapValue {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Type type() {
      return new Type.MapOf(valueType);
    }
  }
}
