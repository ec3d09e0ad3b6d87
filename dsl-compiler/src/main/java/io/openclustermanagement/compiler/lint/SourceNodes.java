package io.openclustermanagement.compiler.lint;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.diagnostic.SourceSpan;
import io.openclustermanagement.dsl.syntax.Node;
import io.openclustermanagement.dsl.syntax.Nodes;
import io.openclustermanagement.dsl.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nodes of a source by their type, so that the tree is walked once for all rules. */
final class SourceNodes {

  private final SourceUnit unit;
  private final Map<Class<?>, List<Node>> byType = new HashMap<>();

  SourceNodes(SourceUnit unit) {
    this.unit = unit;
    Nodes.walk(
        unit, node -> byType.computeIfAbsent(node.getClass(), _ -> new ArrayList<>()).add(node));
  }

  SourceUnit unit() {
    return unit;
  }

  SourceFile file() {
    return unit.span().file();
  }

  /** The nodes of a type, parents first. */
  <N extends Node> List<N> all(Class<N> type) {
    return byType.getOrDefault(type, List.of()).stream().map(type::cast).toList();
  }

  /** The largest node that begins at an offset, besides the file itself. */
  Optional<SourceSpan> startingAt(int offset) {
    return spans().stream()
        .filter(span -> span.start() == offset)
        .max(Comparator.comparingInt(SourceSpan::end));
  }

  /** The smallest node around an offset, besides the file itself. */
  Optional<SourceSpan> around(int offset) {
    return spans().stream()
        .filter(span -> span.start() <= offset && offset < span.end())
        .min(Comparator.comparingInt(span -> span.end() - span.start()));
  }

  private List<SourceSpan> spans() {
    return byType.values().stream()
        .flatMap(List::stream)
        .filter(node -> node != unit)
        .map(Node::span)
        .toList();
  }
}
