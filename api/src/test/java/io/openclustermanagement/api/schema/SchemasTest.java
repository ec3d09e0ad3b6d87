package io.openclustermanagement.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.meta.KubernetesObject;
import io.openclustermanagement.api.yaml.Kinds;
import io.openclustermanagement.api.yaml.Samples;
import org.junit.jupiter.api.Test;

class SchemasTest {

  @Test
  void objectsNameTheKindOfTheirSchema() {
    for (int seed = 0; seed < 50; seed++) {
      KubernetesObject object = new Samples(seed).object();
      KindSchema schema = Schemas.kind(object.getClass());
      assertThat(object.apiVersion()).isEqualTo(schema.apiVersion());
      assertThat(object.kind()).isEqualTo(schema.kind());
    }
  }

  @Test
  void everyDefaultIsAValueOfItsField() {
    Kinds.all().forEach(kind -> defaults(Schemas.object(kind)));
  }

  @Test
  void everyPatternIsDescribedInWords() {
    assertThat(Patterns.describe("^x$")).isEqualTo("a text that matches `^x$`");
    Kinds.all().forEach(kind -> patterns(Schemas.object(kind)));
  }

  @Test
  void suggestionsNeedToBeNear() {
    var effects = java.util.List.of("NoSelect", "PreferNoSelect", "NoSelectIfNew");
    assertThat(Suggestions.nearest("noselect", effects)).hasValue("NoSelect");
    assertThat(Suggestions.nearest("NoSelcet", effects)).hasValue("NoSelect");
    assertThat(Suggestions.nearest("NoExecute", effects)).isEmpty();
    assertThat(Suggestions.nearest("x", effects)).isEmpty();
    assertThat(Suggestions.nearest("", effects)).isEmpty();
  }

  private static void defaults(Schema schema) {
    if (schema instanceof Schema.ArrayType list) {
      defaults(list.items());
    } else if (schema instanceof Schema.ObjectType object) {
      for (Field field : object.fields()) {
        if (field.hasDefault()) {
          assertThat(Defaults.of(field)).as(field.name()).isNotNull();
        }
        defaults(field.schema());
      }
    }
  }

  private static void patterns(Schema schema) {
    switch (schema) {
      case Schema.ArrayType list -> patterns(list.items());
      case Schema.ObjectType object -> object.fields().forEach(field -> patterns(field.schema()));
      case Schema.StringType text -> {
        if (text.pattern() != null) {
          assertThat(Patterns.describe(text.pattern().source())).doesNotContain("matches");
        }
      }
      default -> assertThat(schema.noun()).isNotEmpty();
    }
  }
}
