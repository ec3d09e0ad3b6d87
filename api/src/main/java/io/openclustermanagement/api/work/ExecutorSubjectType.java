package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** What applies objects. */
public enum ExecutorSubjectType implements WireEnum {
  /** A service account of the cluster. */
  SERVICE_ACCOUNT("ServiceAccount");

  private final String wireName;

  ExecutorSubjectType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
