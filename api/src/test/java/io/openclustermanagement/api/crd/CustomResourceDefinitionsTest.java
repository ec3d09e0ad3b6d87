package io.openclustermanagement.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.yaml.Kinds;
import org.junit.jupiter.api.Test;

class CustomResourceDefinitionsTest {

  @Test
  void everySchemaHasADescription() {
    assertThat(CustomResourceDefinitions.yaml()).doesNotContain("description: \"\"");
  }

  @Test
  void generatedTextIsReadBackAsTheSameDefinitions() {
    String yaml = CustomResourceDefinitions.yaml();
    assertThat(CrdComparison.definitions(yaml)).hasSameSizeAs(Kinds.all());
    assertThat(
            CrdComparison.compare(CustomResourceDefinitions.all(), CrdComparison.definitions(yaml)))
        .isEmpty();
  }
}
