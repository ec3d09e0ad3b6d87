package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** The type of a reported value. */
public enum FieldValueType implements WireEnum {
  /** An integer. */
  INTEGER("Integer"),
  /** A text. */
  STRING("String"),
  /** A truth value. */
  BOOLEAN("Boolean"),
  /** Any other value. */
  JSON_RAW("JsonRaw");

  private final String wireName;

  FieldValueType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
