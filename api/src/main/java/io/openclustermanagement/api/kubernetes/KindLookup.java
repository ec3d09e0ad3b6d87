package io.openclustermanagement.api.kubernetes;

import java.util.List;

/** What became of looking up a kind. */
public sealed interface KindLookup {

  /** There is one. */
  record Found(ResourceType type) implements KindLookup {}

  /**
   * Several groups have a kind of this name, and none of them is built in.
   *
   * @param candidates the preferred version of each group, by group
   */
  record Ambiguous(List<ResourceType> candidates) implements KindLookup {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * The kind is known, but not in this group and version.
   *
   * @param elsewhere where it is known, the preferred ones first
   */
  record OtherVersion(List<ResourceType> elsewhere) implements KindLookup {
    public OtherVersion {
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * No kind of this name is known.
   *
   * @param near kinds that may have been meant, the nearest first
   */
  record Unknown(List<String> near) implements KindLookup {
    public Unknown {
      near = List.copyOf(near);
    }
  }
}
