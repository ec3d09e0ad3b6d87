package io.openclustermanagement.governance.configuration;

import java.util.List;

/**
 * What was found out about the object or objects that one template speaks of in one namespace.
 * Enforcement makes several events of it: first what was wrong, then what was done.
 *
 * @param namespace empty for what belongs to the whole cluster
 * @param names of the objects, none where there is none
 */
record Finding(String namespace, List<String> names, List<Event> events) {

  Finding {
    names = List.copyOf(names);
    events = List.copyOf(events);
  }

  /**
   * @param reason one of {@link Reasons}, or the reason of an error
   * @param message of an error; empty where the reason has its words
   */
  record Event(boolean compliant, String reason, String message) {}

  /** The same with the event that counts in the end. */
  Event last() {
    return events.getLast();
  }
}
