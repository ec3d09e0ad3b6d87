package io.openclustermanagement.compiler.program;

/**
 * A declaration and the module it stands in.
 *
 * @param module the name of the module, or of the file if it has no header
 * @param name the name within the module
 */
public record GlobalName(String module, String name) {
  @Override
  public String toString() {
    return module.isEmpty() ? name : module + "." + name;
  }
}
