package io.openclustermanagement.api.rules;

import io.openclustermanagement.api.schema.Property;

/**
 * A kind of objects.
 *
 * @param apiVersion group and version
 * @param kind the kind
 */
public record ResourceMatch(
    @Property(required = true, minLength = 1) String apiVersion,
    @Property(required = true, minLength = 1) String kind) {}
