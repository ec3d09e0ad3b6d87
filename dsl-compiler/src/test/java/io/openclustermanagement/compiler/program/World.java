package io.openclustermanagement.compiler.program;

import io.openclustermanagement.api.cluster.ManagedCluster;
import java.util.List;

/** What an expression can ask about besides constants. */
public interface World {

  /** Answers nothing: for conditions that speak of one cluster only. */
  World NONE =
      new World() {
        @Override
        public List<ManagedCluster> placed(GlobalName placement) {
          return List.of();
        }

        @Override
        public List<ManagedCluster> members(GlobalName clusterSet) {
          return List.of();
        }

        @Override
        public List<ManagedCluster> fleetCluster(String name) {
          return List.of();
        }

        @Override
        public boolean cel(String expression, ManagedCluster cluster) {
          return false;
        }
      };

  /** The clusters that a placement chooses, in order of selection. */
  List<ManagedCluster> placed(GlobalName placement);

  /** The clusters of a set. */
  List<ManagedCluster> members(GlobalName clusterSet);

  /** The clusters that a fleet declares under one name. */
  List<ManagedCluster> fleetCluster(String name);

  /** Whether a CEL expression is true for a cluster; an error in it is false. */
  boolean cel(String expression, ManagedCluster cluster);
}
