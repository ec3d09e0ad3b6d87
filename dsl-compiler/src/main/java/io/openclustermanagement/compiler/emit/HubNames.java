package io.openclustermanagement.compiler.emit;

import io.openclustermanagement.compiler.program.GlobalName;
import io.openclustermanagement.compiler.program.ObjectMetadata;
import io.openclustermanagement.compiler.program.Program;
import java.util.List;

/**
 * What declarations are called on the hub, as the functions of fleet rules name them: {@code
 * namespace/name}, or the bare name of what has no namespace.
 *
 * @param program the declarations
 */
record HubNames(Program program) {

  /** Nothing is named. */
  static final HubNames NONE = new HubNames(new Program(List.of()));

  String placement(GlobalName name) {
    return program
        .placement(name)
        .map(each -> qualified(each.namespaces().getFirst().text(), each.metadata()))
        .orElse(name.name());
  }

  String clusterSet(GlobalName name) {
    return program.clusterSet(name).map(each -> each.metadata().name()).orElse(name.name());
  }

  String deployment(GlobalName name) {
    return program
        .deployment(name)
        .map(each -> qualified(each.namespace(), each.metadata()))
        .orElse(name.name());
  }

  String policy(GlobalName name) {
    return program
        .policy(name)
        .map(each -> qualified(each.namespace(), each.metadata()))
        .orElse(name.name());
  }

  String policySet(GlobalName name) {
    return program
        .policySet(name)
        .map(each -> qualified(each.namespace(), each.metadata()))
        .orElse(name.name());
  }

  private static String qualified(String namespace, ObjectMetadata metadata) {
    return namespace + "/" + metadata.name();
  }
}
