package io.openclustermanagement.governance.fleetrule;

/**
 * An element or group that a rule has to hold for.
 *
 * @param key what it is called; empty for a rule that is evaluated once
 * @param value what expressions see
 * @param present a truth value, which may be uncertain: whether it is among those that count
 */
record Subject(String key, Object value, Object present) {}
