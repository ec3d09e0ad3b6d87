package io.openclustermanagement.compiler.generator;

import io.openclustermanagement.api.meta.JsonObject;
import java.util.List;

/** What became of a PolicyGenerator. */
public sealed interface Expansion {

  /**
   * It could be expanded.
   *
   * @param objects what the generator would write, in its order
   */
  record Generated(List<JsonObject> objects) implements Expansion {
    public Generated {
      objects = List.copyOf(objects);
    }
  }

  /**
   * It cannot be expanded exactly.
   *
   * @param pointer the JSON pointer of what stands in the way
   * @param why what is wrong there, without a capital and a full stop
   */
  record Refused(String pointer, String why) implements Expansion {}
}
