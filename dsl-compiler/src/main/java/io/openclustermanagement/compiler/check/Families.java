package io.openclustermanagement.compiler.check;

import io.openclustermanagement.compiler.program.Expr;
import io.openclustermanagement.compiler.program.Property;
import java.util.List;

/** The properties of a cluster that come by name: labels, claims, resources. */
final class Families {

  /** All words that follow a cluster. */
  static final List<String> ALL_WORDS =
      List.of("label", "claim", "allocatable", "capacity", "version", "name", "available");

  /** One of them, of one cluster. */
  record Family(String word, Expr cluster) {}

  private Families() {}

  static boolean isFamily(String word) {
    return ALL_WORDS.indexOf(word) >= 0 && ALL_WORDS.indexOf(word) < 4;
  }

  /** One member of a family. */
  static Property property(String family, String key) {
    return switch (family) {
      case "label" -> new Property.Label(key);
      case "claim" -> new Property.Claim(key);
      case "allocatable" -> new Property.Allocatable(key);
      case "capacity" -> new Property.Capacity(key);
      default -> throw new IllegalArgumentException(family);
    };
  }

  /** How a property is written, for messages. */
  static String example(String family) {
    return switch (family) {
      case "label" -> "label.env";
      case "claim" -> "claim.region";
      case "allocatable", "capacity" -> family + ".cpu";
      default -> family;
    };
  }
}
