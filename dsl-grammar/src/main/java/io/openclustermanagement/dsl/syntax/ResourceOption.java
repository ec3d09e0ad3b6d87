package io.openclustermanagement.dsl.syntax;

/** What may follow the resource of a {@code require}, {@code exactly} or {@code forbid}. */
public sealed interface ResourceOption extends Node {

  /** {@code message "text"}. */
  record Message(StringLiteral text, Origin at) implements ResourceOption {}

  /** {@code message when compliant "text"}. */
  record CompliantMessage(StringLiteral text, Origin at) implements ResourceOption {}

  /** {@code named x}. */
  record Named(Name name, Origin at) implements ResourceOption {}

  /** {@code as template}: what the files hold are policy templates and go in as they are. */
  record AsTemplate(Origin at) implements ResourceOption {}

  /** {@code metadata exactly}. */
  record MetadataExactly(Origin at) implements ResourceOption {}

  /** {@code recreate if required}. */
  record RecreateIfRequired(Origin at) implements ResourceOption {}

  /** {@code recreate always}. */
  record RecreateAlways(Origin at) implements ResourceOption {}
}
