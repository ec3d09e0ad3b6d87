package io.openclustermanagement.compiler.program;

/**
 * A declaration and the module it stands in.
 *
 * @param module the name of the module; empty for a file without a header
 * @param name the name within the module; also the name of the object on the hub
 */
public record GlobalName(String module, String name) {
  @Override
  public String toString() {
    return module.isEmpty() ? name : module + "." + name;
  }
}
