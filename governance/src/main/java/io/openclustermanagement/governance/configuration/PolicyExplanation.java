package io.openclustermanagement.governance.configuration;

import java.util.List;

/**
 * Why a cluster stands with a ConfigurationPolicy as it does.
 *
 * @param result the verdict
 * @param objects one for each object of each template, in the order of the templates
 */
public record PolicyExplanation(ConfigurationPolicyResult result, List<ObjectExplanation> objects) {

  public PolicyExplanation {
    objects = List.copyOf(objects);
  }
}
