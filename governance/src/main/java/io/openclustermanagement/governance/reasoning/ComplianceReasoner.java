package io.openclustermanagement.governance.reasoning;

import io.openclustermanagement.governance.policy.PolicyVerdict;
import io.openclustermanagement.governance.policy.TemplateVerdict;
import io.openclustermanagement.governance.reasoning.Conclusion.Applies;
import io.openclustermanagement.governance.reasoning.Fact.Finding;
import io.openclustermanagement.governance.reasoning.Fact.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Draws conclusions from facts, and withdraws them when their reasons go. Facts may change at any
 * time; what depends on a change is worked out anew when conclusions are next asked for, and
 * nothing else.
 *
 * <p>Results that are compliant stay outside the working memory: of a policy on a cluster it holds
 * only that there are some. A reasoner belongs to one thread and is closed after use.
 */
public final class ComplianceReasoner implements AutoCloseable {

  private static final class Base {
    static final KieBase INSTANCE =
        KieBaseBuilder.createKieBaseFromModel(new ModelImpl().withRules(Rules.all()));
  }

  private final KieSession session = Base.INSTANCE.newKieSession();
  private final ConclusionStore conclusions = new ConclusionStore();
  private final Map<Fact, FactHandle> facts = new HashMap<>();
  private final Map<Site, SiteResults> results = new HashMap<>();
  private @Nullable FactHandle today;

  /** A reasoner that knows nothing but the day. */
  public ComplianceReasoner(LocalDate today) {
    session.addEventListener(conclusions);
    advanceTo(today);
  }

  /** Sets the day by which exemptions end. */
  public void advanceTo(LocalDate day) {
    if (today != null) {
      session.delete(today);
    }
    today = session.insert(new Today(day));
  }

  /** Tells a fact; one that is known already is not told twice. */
  public void tell(Fact fact) {
    facts.computeIfAbsent(fact, session::insert);
  }

  /** Takes a fact back that was told. */
  public void retract(Fact fact) {
    FactHandle handle = facts.remove(fact);
    if (handle != null) {
      session.delete(handle);
    }
  }

  /** Tells how a cluster stands with a policy, in place of what was told of it before. */
  public void tell(String cluster, PolicyVerdict verdict) {
    tell(new Site(verdict.namespace() + "/" + verdict.name(), cluster), verdict.templates());
  }

  /** Tells the verdicts on the templates of a policy in place of those before; none for silence. */
  public void tell(Site site, List<TemplateVerdict> verdicts) {
    SiteResults known = results.computeIfAbsent(site, SiteResults::new);
    known.tell(List.copyOf(verdicts));
    known.show(session, conclusions.contains(new Applies(site)));
    if (verdicts.isEmpty()) {
      results.remove(site);
    }
  }

  /** Where verdicts were told of a policy that does not apply; nothing follows from them. */
  public List<Site> stale() {
    conclude();
    return results.keySet().stream()
        .filter(site -> !conclusions.contains(new Applies(site)))
        .sorted()
        .toList();
  }

  /** Nothing of what a policy found counts where it does not apply. */
  private void conclude() {
    session.fireAllRules();
    for (Site site : conclusions.takeMoved()) {
      SiteResults known = results.get(site);
      if (known != null) {
        known.show(session, conclusions.contains(new Applies(site)));
      }
    }
    session.fireAllRules();
  }

  /** All conclusions of a type that follow now, in no order. */
  public <T extends Conclusion> Set<T> conclusions(Class<T> type) {
    conclude();
    return conclusions.of(type);
  }

  /**
   * Why something follows, down to the facts.
   *
   * @param conclusion one that follows
   */
  public Explanation why(Conclusion conclusion) {
    conclude();
    return new Justifications(session, conclusions, this).explain(conclusion);
  }

  /** What was found of a policy where it applies. */
  Stream<Finding> findings(String policy) {
    conclude();
    return results.values().stream()
        .filter(each -> each.site().policy().equals(policy))
        .flatMap(each -> each.findings(session));
  }

  /** How many facts and conclusions are held. */
  public long size() {
    return session.getFactCount();
  }

  /** The facts that were told, but for results. */
  List<Fact> facts() {
    return new ArrayList<>(facts.keySet());
  }

  @Override
  public void close() {
    session.dispose();
  }
}
