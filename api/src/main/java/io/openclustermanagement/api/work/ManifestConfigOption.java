package io.openclustermanagement.api.work;

import io.openclustermanagement.api.meta.Copies;
import io.openclustermanagement.api.schema.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different for an object of a work. Of several that fit, the first that says something
 * about a matter decides it.
 *
 * @param resourceIdentifier the object; {@code *} in name and namespace stands for any text
 * @param feedbackRules which values of its status are reported
 * @param feedbackScrapeType how they are noticed
 * @param updateStrategy how it is changed; absent means by update
 * @param conditionRules which conditions follow from it
 */
public record ManifestConfigOption(
    @Property(required = true) ResourceIdentifier resourceIdentifier,
    List<FeedbackRule> feedbackRules,
    @Property(defaultJson = "\"Poll\"") @Nullable FeedbackScrapeType feedbackScrapeType,
    @Nullable UpdateStrategy updateStrategy,
    @Property(listMapKeys = "condition") List<ConditionRule> conditionRules) {
  public ManifestConfigOption {
    feedbackRules = Copies.of(feedbackRules);
    conditionRules = Copies.of(conditionRules);
  }
}
