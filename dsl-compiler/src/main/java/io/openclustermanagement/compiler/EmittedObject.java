package io.openclustermanagement.compiler;

import io.openclustermanagement.api.meta.KubernetesObject;

/** An object for the hub and where its parts were written. */
public record EmittedObject(KubernetesObject object, SourceMap sourceMap) {}
