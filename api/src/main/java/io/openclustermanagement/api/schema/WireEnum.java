package io.openclustermanagement.api.schema;

/** An enum of which the API server allows exactly the named values. */
public interface WireEnum {
  /** The value as it stands in a manifest, such as {@code NoSelect}. */
  String wireName();
}
