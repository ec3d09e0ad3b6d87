package io.openclustermanagement.api.schema;

import java.util.List;

/** A record whose fields depend on each other; see {@link Rule}. */
public interface Constrained {
  /**
   * What is wrong between the fields.
   *
   * @param path the place of the record in its object
   */
  List<Problem> problems(FieldPath path);
}
