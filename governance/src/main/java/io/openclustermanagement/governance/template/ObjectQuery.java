package io.openclustermanagement.governance.template;

/**
 * A question that a template asked. If the answer changes, the template has to be resolved again.
 *
 * @param name empty if objects were listed
 * @param namespace empty for a kind without namespaces, or for all namespaces
 * @param selector labels in the syntax of {@code kubectl get -l}, empty for all
 */
public record ObjectQuery(
    String apiVersion, String kind, String namespace, String name, String selector) {}
