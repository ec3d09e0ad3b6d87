package io.openclustermanagement.governance.propagation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a graph, what is waited for before what waits (R. Tarjan,
 * "Depth-first search and linear graph algorithms", 1972; without recursion, so that the depth of a
 * graph is no limit).
 */
final class Components {
  private final int[][] edges;
  private final int[] component;
  private final List<List<Integer>> all = new ArrayList<>();

  private final int[] index;
  private final int[] low;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int visited;

  private Components(int[][] edges) {
    this.edges = edges;
    this.component = new int[edges.length];
    this.index = new int[edges.length];
    this.low = new int[edges.length];
    Arrays.fill(component, -1);
  }

  /**
   * @param edges the nodes that each node leads to
   */
  static Components of(int[][] edges) {
    Components components = new Components(edges);
    for (int node = 0; node < edges.length; node++) {
      if (components.index[node] == 0) {
        components.visit(node);
      }
    }
    return components;
  }

  /** The components; an edge never leads to a later one. */
  List<List<Integer>> all() {
    return all;
  }

  int[] edges(int node) {
    return edges[node];
  }

  /** Whether an edge between two nodes is part of a cycle. */
  boolean isCycle(int from, int to) {
    return component[from] == component[to];
  }

  /** The shortest way between two nodes of one component, with both. */
  List<Integer> path(int from, int to) {
    int[] before = new int[edges.length];
    Arrays.fill(before, -1);
    before[from] = from;
    Deque<Integer> queue = new ArrayDeque<>(List.of(from));
    while (before[to] < 0) {
      int node = queue.remove();
      for (int next : edges[node]) {
        if (before[next] < 0 && component[next] == component[from]) {
          before[next] = node;
          queue.add(next);
        }
      }
    }
    List<Integer> path = new ArrayList<>();
    for (int node = to; node != from; node = before[node]) {
      path.add(node);
    }
    path.add(from);
    Collections.reverse(path);
    return path;
  }

  /** A node on the way and how many of its edges were followed. */
  private static final class Step {
    private final int node;
    private int followed;

    Step(int node) {
      this.node = node;
    }
  }

  private void visit(int root) {
    Deque<Step> stack = new ArrayDeque<>();
    enter(root, stack);
    while (!stack.isEmpty()) {
      Step step = stack.peek();
      int node = step.node;
      if (step.followed < edges[node].length) {
        int next = edges[node][step.followed++];
        if (index[next] == 0) {
          enter(next, stack);
        } else if (component[next] < 0) {
          low[node] = Math.min(low[node], index[next]);
        }
      } else {
        stack.pop();
        leave(node);
        if (!stack.isEmpty()) {
          int parent = stack.peek().node;
          low[parent] = Math.min(low[parent], low[node]);
        }
      }
    }
  }

  private void enter(int node, Deque<Step> stack) {
    index[node] = ++visited;
    low[node] = visited;
    open.push(node);
    stack.push(new Step(node));
  }

  private void leave(int node) {
    if (low[node] != index[node]) {
      return;
    }
    List<Integer> members = new ArrayList<>();
    int member;
    do {
      member = open.pop();
      component[member] = all.size();
      members.add(member);
    } while (member != node);
    Collections.sort(members);
    all.add(members);
  }
}
