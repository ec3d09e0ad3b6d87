package io.openclustermanagement.api.policy;

/** The status of a binding, which has nothing to say yet. */
public record PlacementBindingStatus() {}
