package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.schema.Property;

/**
 * What a binding brings to clusters.
 *
 * @param apiGroup the group of the kind
 * @param kind the kind
 * @param name the name
 */
public record BindingSubject(
    @Property(required = true) SubjectApiGroup apiGroup,
    @Property(required = true) SubjectKind kind,
    @Property(required = true, minLength = 1) String name) {}
