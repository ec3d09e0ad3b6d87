package io.openclustermanagement.dsl.syntax;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over nodes of any kind. It reads record components reflectively, so it is meant for tools
 * that look at the whole tree, such as an editor's outline; the compiler switches over node types.
 */
public final class Nodes {

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Nodes() {}

  /** The nodes right below a node, in the order of its components. */
  public static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (RecordComponent component : COMPONENTS.get(node.getClass())) {
      switch (read(component, node)) {
        case Node child -> children.add(child);
        case List<?> list -> list.forEach(item -> addNode(item, children));
        case null, default -> {}
      }
    }
    return children;
  }

  /** Visits a node and all nodes below it, parents first. */
  public static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    children(node).forEach(child -> walk(child, visitor));
  }

  private static void addNode(Object item, List<Node> nodes) {
    if (item instanceof Node node) {
      nodes.add(node);
    }
  }

  private static @Nullable Object read(RecordComponent component, Node node) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
