package io.openclustermanagement.governance.rule;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.governance.ResourceKind;

/** An object that a rule looks at. */
record ExaminedObject(ResourceKind kind, JsonObject object, ObjectReference reference) {

  ExaminedObject(ResourceKind kind, JsonObject object) {
    this(kind, object, ObjectReference.of(object));
  }
}
