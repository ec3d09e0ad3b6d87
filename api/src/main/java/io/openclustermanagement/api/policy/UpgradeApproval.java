package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.WireEnum;

/** Whether upgrades are approved. */
public enum UpgradeApproval implements WireEnum {
  /** No. */
  NONE("None"),
  /** Those to an allowed version. */
  AUTOMATIC("Automatic");

  private final String wireName;

  UpgradeApproval(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
