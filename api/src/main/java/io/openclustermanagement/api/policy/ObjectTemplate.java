package io.openclustermanagement.api.policy;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.LabelSelector;
import io.openclustermanagement.api.schema.Property;
import org.jspecify.annotations.Nullable;

/**
 * An object that has to be on a cluster, or must not be.
 *
 * @param complianceType how the object is compared
 * @param metadataComplianceType how labels and annotations are compared; absent means like the rest
 * @param recreateOption whether an object that cannot be changed is created anew
 * @param recordDiff where differences are shown; absent means in the status, unless the kind is
 *     sensitive
 * @param objectSelector the objects it is about, when it names none
 * @param objectDefinition the object, or a part of it
 */
public record ObjectTemplate(
    @Property(required = true) ComplianceType complianceType,
    @Nullable MetadataComplianceType metadataComplianceType,
    @Property(defaultJson = "\"None\"") @Nullable RecreateOption recreateOption,
    @Nullable RecordDiff recordDiff,
    @Nullable LabelSelector objectSelector,
    @Property(required = true) JsonObject objectDefinition) {}
