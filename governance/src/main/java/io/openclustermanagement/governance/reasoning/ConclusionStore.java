package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;

/** The conclusions that hold, by type: asking the session would go through all of its facts. */
final class ConclusionStore extends DefaultRuleRuntimeEventListener {
  private final Map<Class<?>, Set<Conclusion>> byType = new HashMap<>();
  private final Set<Site> moved = new HashSet<>();

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getObject() instanceof Conclusion conclusion) {
      byType.computeIfAbsent(conclusion.getClass(), _ -> new HashSet<>()).add(conclusion);
      moved(conclusion);
    }
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    if (event.getOldObject() instanceof Conclusion conclusion) {
      byType.getOrDefault(conclusion.getClass(), Set.of()).remove(conclusion);
      moved(conclusion);
    }
  }

  private void moved(Conclusion conclusion) {
    if (conclusion instanceof Applies(Site site)) {
      moved.add(site);
    }
  }

  /** Where a policy came to apply or ceased to since this was last asked. */
  List<Site> takeMoved() {
    List<Site> taken = List.copyOf(moved);
    moved.clear();
    return taken;
  }

  boolean contains(Conclusion conclusion) {
    return byType.getOrDefault(conclusion.getClass(), Set.of()).contains(conclusion);
  }

  @SuppressWarnings("unchecked") // the set of a class has elements of that class alone
  <T extends Conclusion> Set<T> of(Class<T> type) {
    return (Set<T>) Collections.unmodifiableSet(byType.getOrDefault(type, Set.of()));
  }
}
