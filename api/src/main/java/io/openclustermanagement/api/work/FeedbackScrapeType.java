package io.openclustermanagement.api.work;

import io.openclustermanagement.api.schema.WireEnum;

/** How changes of a status are noticed. */
public enum FeedbackScrapeType implements WireEnum {
  /** By asking from time to time. */
  POLL("Poll"),
  /** By watching. */
  WATCH("Watch");

  private final String wireName;

  FeedbackScrapeType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
