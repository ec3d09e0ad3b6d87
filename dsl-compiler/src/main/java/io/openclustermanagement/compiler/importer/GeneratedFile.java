package io.openclustermanagement.compiler.importer;

/**
 * A source file that the import wrote.
 *
 * @param name the name of the file, without a directory: the name of its module and {@code .ocm}
 * @param text formatted source
 */
public record GeneratedFile(String name, String text) {}
