package io.openclustermanagement.governance.configuration;

import java.util.List;
import java.util.Set;

/** The reasons of related objects, in upstream's words. */
final class Reasons {

  static final String FOUND = "Resource found as expected";
  static final String CREATED = "K8s creation success";
  static final String UPDATED = "K8s update success";
  static final String DELETED = "K8s deletion success";
  static final String NOT_FOUND = "Resource not found but should exist";
  static final String NO_MATCH = "Resource found but does not match";
  static final String ABSENT = "Resource not found as expected";
  static final String FORBIDDEN = "Resource found but should not exist";
  static final String TEMPLATE_ERROR = "Error processing template";
  static final String UPDATE_ERROR = "K8s update template error";

  /** The order in which messages come; other reasons follow. */
  static final List<String> ORDER =
      List.of(FOUND, CREATED, UPDATED, DELETED, NOT_FOUND, NO_MATCH, ABSENT, FORBIDDEN);

  private static final Set<String> ABSENT_IN_THE_END = Set.of(DELETED, NOT_FOUND, ABSENT);

  private Reasons() {}

  /** Whether there is an object in the end. */
  static boolean exists(String reason) {
    return !ABSENT_IN_THE_END.contains(reason);
  }

  /** What is said behind the names of objects. */
  static String text(String reason) {
    return switch (reason) {
      case FOUND -> " found as specified";
      case CREATED -> " was created successfully";
      case UPDATED -> " was updated successfully";
      case DELETED -> " was deleted successfully";
      case NOT_FOUND -> " not found";
      case NO_MATCH -> " found but not as specified";
      case ABSENT -> " missing as expected";
      case FORBIDDEN -> " found";
      default -> throw new IllegalArgumentException(reason);
    };
  }

  /** The reason of the condition that the message is part of. */
  static String condition(String reason) {
    return switch (reason) {
      case FOUND -> "K8s `must have` object already exists";
      case NOT_FOUND, NO_MATCH -> "K8s does not have a `must have` object";
      case ABSENT -> "K8s `must not have` object already missing";
      case FORBIDDEN -> "K8s has a `must not have` object";
      default -> reason;
    };
  }
}
