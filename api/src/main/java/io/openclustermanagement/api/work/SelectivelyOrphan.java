package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import java.util.List;

/**
 * Which objects stay when their work goes.
 *
 * @param orphaningRules the objects
 */
public record SelectivelyOrphan(List<OrphaningRule> orphaningRules) {
  public SelectivelyOrphan {
    orphaningRules = Copies.of(orphaningRules);
  }
}
