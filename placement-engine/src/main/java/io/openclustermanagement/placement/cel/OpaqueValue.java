package io.openclustermanagement.placement.cel;

/** A value of one of the Kubernetes types, which CEL can pass around but not look into. */
sealed interface OpaqueValue
    permits FormatValue, NetworkAddress, QuantityValue, SemverValue, UrlValue {

  /** CEL's name of the type. */
  String typeName();

  /** {@code this == other}: a boolean, or an error if the other is not of this type. */
  Object equalTo(Object other);
}
