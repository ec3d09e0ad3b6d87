package io.openclustermanagement.governance.template;

import java.util.Optional;

/** Why a template could not be resolved. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A place in the text that was resolved, which is the document as YAML.
   *
   * @param line from 1
   * @param column from 1; 0 if only the line is known
   * @param source the text of the line
   */
  public record Place(int line, int column, String source) {}

  private final String upstream;
  private final boolean skipped;
  private final transient Optional<Place> place;

  TemplateException(String message, String upstream, boolean skipped, Optional<Place> place) {
    super(message);
    this.upstream = upstream;
    this.skipped = skipped;
    this.place = place;
  }

  /** A sentence for people. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** Upstream's words, which the status of the policy shows. */
  public String upstream() {
    return upstream;
  }

  /**
   * Whether {@code skipObject} was called before the error: upstream then leaves the object out and
   * does not mention the error.
   */
  public boolean skipped() {
    return skipped;
  }

  /** Where in the text. */
  public Optional<Place> place() {
    return place;
  }
}
