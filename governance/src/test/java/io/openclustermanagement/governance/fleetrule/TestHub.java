package io.openclustermanagement.governance.fleetrule;

import io.openclustermanagement.api.cluster.ManagedCluster;
import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.rules.Exemption;
import io.openclustermanagement.api.rules.ExemptionSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub with one placement, {@code n/all}, which is everything else as well. */
final class TestHub implements HubFacts {
  private final Map<String, ManagedCluster> clusters = new LinkedHashMap<>();
  private final Map<Inquiry, String> answers = new HashMap<>();
  private final List<Exemption> exemptions = new ArrayList<>();

  TestHub cluster(String name, String region) {
    ObjectMeta metadata = ObjectMeta.named(name).withLabels(Map.of("region", region));
    clusters.put(name, new ManagedCluster(metadata, null, null));
    return this;
  }

  TestHub report(String cluster, String policy, String state) {
    answers.put(new Inquiry(cluster, "Policy", policy), state);
    return this;
  }

  TestHub exemption(String name, String until) {
    exemptions.add(
        new Exemption(
            ObjectMeta.named("n", name),
            new ExemptionSpec(
                List.of("p"),
                List.of(),
                "owner@acme.example",
                null,
                until,
                "because",
                List.of(),
                null,
                List.of(),
                null,
                null)));
    return this;
  }

  /** The same with more answers. */
  TestHub with(Map<Inquiry, String> more) {
    TestHub hub = new TestHub();
    hub.clusters.putAll(clusters);
    hub.answers.putAll(answers);
    hub.answers.putAll(more);
    hub.exemptions.addAll(exemptions);
    return hub;
  }

  Collection<String> names() {
    return clusters.keySet();
  }

  boolean knows(Inquiry inquiry) {
    return answers.containsKey(inquiry);
  }

  @Override
  public Optional<Collection<ManagedCluster>> placed(String placement) {
    return placement.equals("n/all") ? Optional.of(clusters.values()) : Optional.empty();
  }

  @Override
  public Optional<Collection<ManagedCluster>> members(String set) {
    return Optional.of(clusters.values());
  }

  @Override
  public Optional<Collection<ManagedCluster>> deployed(String deployment) {
    return Optional.of(clusters.values());
  }

  @Override
  public List<Exemption> exemptions() {
    return exemptions;
  }

  @Override
  public Optional<String> compliance(String cluster, String kind, String name) {
    return Optional.ofNullable(answers.get(new Inquiry(cluster, kind, name)));
  }

  @Override
  public LocalDate today() {
    return LocalDate.parse("2026-11-20");
  }
}
