package io.openclustermanagement.compiler.importer;

/** How a template of a policy is written; the first form that comes back as it was is taken. */
enum TemplateForm {
  /** In the clauses of the language. */
  WORDS,
  /** As an object in the notation of the language. */
  OBJECT,
  /** As a file that goes in as it is. */
  FILE;

  TemplateForm plainer() {
    return this == WORDS ? OBJECT : FILE;
  }
}
