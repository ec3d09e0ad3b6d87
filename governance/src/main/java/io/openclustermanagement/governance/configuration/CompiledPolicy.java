package io.openclustermanagement.governance.configuration;

import io.openclustermanagement.api.meta.JsonObject;
import io.openclustermanagement.api.policy.ConfigurationPolicy;
import io.openclustermanagement.api.yaml.JsonWriter;
import io.openclustermanagement.api.yaml.ManifestReader;
import io.openclustermanagement.governance.configuration.DefinitionResolver.Surroundings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigurationPolicy whose Go templates were parsed, to be judged on any number of clusters and
 * by several threads.
 */
public final class CompiledPolicy {
  private static final String DISABLE_TEMPLATES =
      "policy.open-cluster-management.io/disable-templates";

  private final ConfigurationPolicy policy;
  private final List<CompiledTemplate> templates;
  private final @Nullable RawTemplates raw;

  private CompiledPolicy(ConfigurationPolicy policy) {
    this.policy = policy;
    String text = policy.spec().objectTemplatesRaw();
    this.raw = text == null ? null : RawTemplates.compile(text);
    boolean plain = Boolean.parseBoolean(policy.metadata().annotations().get(DISABLE_TEMPLATES));
    this.templates =
        policy.spec().objectTemplates().stream()
            .map(each -> plain ? CompiledTemplate.plain(each, false) : CompiledTemplate.of(each))
            .toList();
  }

  /** Parses the templates of a policy; what is wrong with them is part of each verdict. */
  public static CompiledPolicy of(ConfigurationPolicy policy) {
    return new CompiledPolicy(policy);
  }

  /** The same for a policy as JSON; empty if it is no valid one. */
  public static Optional<CompiledPolicy> of(JsonObject template) {
    return ManifestReader.read("template", JsonWriter.line(template.toTree()))
        .objects(ConfigurationPolicy.class)
        .findFirst()
        .map(CompiledPolicy::of);
  }

  /** The policy as it was written. */
  public ConfigurationPolicy policy() {
    return policy;
  }

  /** The object templates on a cluster, or why there are none. */
  RawTemplates.Resolved resolved(Surroundings surroundings) {
    return raw == null ? RawTemplates.Resolved.of(templates) : raw.resolve(surroundings);
  }
}
