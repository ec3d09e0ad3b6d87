package io.openclustermanagement.api.crd;

import io.openclustermanagement.api.schema.Field;
import io.openclustermanagement.api.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What the records and their components mean, for the definitions. The texts are those of the
 * Javadoc; a test writes the resource and holds it to the sources.
 */
final class Descriptions {
  static final String RESOURCE = "descriptions.properties";

  private final Properties texts;

  private Descriptions(Properties texts) {
    this.texts = texts;
  }

  static Descriptions load() {
    Properties texts = new Properties();
    try (InputStream resource = Descriptions.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      texts.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Descriptions(texts);
  }

  String of(Schema.ObjectType type) {
    return text(type.type().getSimpleName());
  }

  String of(Schema.ObjectType owner, Field field) {
    String component = field.accessor().getName();
    return text(owner.type().getSimpleName() + "." + component);
  }

  private String text(String key) {
    return texts.getProperty(key, "");
  }
}
