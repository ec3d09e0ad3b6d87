package io.openclustermanagement.governance.rego;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.meta.JsonValue;

/** A program that is ready. Used from several threads. */
public interface RegoQuery {

  /**
   * The value of the program's entry point.
   *
   * @param input what the program knows as {@code input}
   * @throws RegoException if there is no value, or it could not be found out
   */
  JsonValue evaluate(JsonObject input) throws RegoException;
}
