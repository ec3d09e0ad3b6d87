package io.openclustermanagement.governance.reporting.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openclustermanagement.governance.reporting.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** Every format is what its readers take it for, by their schemas. */
class FormatSchemaTest {
  private static final Report REPORT = ExampleReports.report();
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void sarifIsValidByTheSchemaOfOasis() throws IOException {
    String schema = resource("/schema/sarif-schema-2.1.0.json");
    assertThat(problems(schema, ReportFormat.SARIF.write(REPORT))).isEmpty();
    assertThat(problems(schema, ReportFormat.SARIF.write(ExampleReports.withoutSources())))
        .isEmpty();
    assertThat(problems(schema, "{\"version\": \"2.1.0\", \"runs\": [{}]}")).isNotEmpty();
  }

  @Test
  void oscalIsValidByTheModelOfNist() throws IOException {
    String schema = resource("/reporting/oscal-assessment-results.schema.json");
    assertThat(problems(schema, ReportFormat.OSCAL.write(REPORT))).isEmpty();
    assertThat(problems(schema, ReportFormat.OSCAL.write(ExampleReports.empty()))).isEmpty();
    assertThat(problems(schema, "{\"assessment-results\": {}}")).isNotEmpty();
  }

  @Test
  void openReportsAreValidByTheirCrd() throws IOException {
    Map<?, ?> crd = (Map<?, ?>) yaml(resource("/reporting/openreports.io_reports.yaml")).getFirst();
    Object version = list(field(field(crd, "spec"), "versions")).getFirst();
    Object schema = field(field(version, "schema"), "openAPIV3Schema");
    for (Object report : yaml(ReportFormat.OPENREPORTS.write(REPORT))) {
      assertThat(problems(JSON.writeValueAsString(closed(schema)), JSON.writeValueAsString(report)))
          .isEmpty();
    }
  }

  @Test
  void policyReportsAreValidByTheirCrd() throws IOException {
    String schema = resource("/reporting/policyreport-v1alpha2.schema.json");
    List<Object> reports = yaml(ReportFormat.POLICYREPORT.write(REPORT));
    assertThat(reports).hasSize(3);
    for (Object report : reports) {
      assertThat(problems(schema, JSON.writeValueAsString(report))).isEmpty();
    }
  }

  @Test
  void junitIsValidByTheSchema() throws IOException, SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory
        .newSchema(new StreamSource(new StringReader(resource("/reporting/junit.xsd"))))
        .newValidator()
        .validate(
            new StreamSource(
                new ByteArrayInputStream(
                    ReportFormat.JUNIT.write(REPORT).getBytes(StandardCharsets.UTF_8))));
  }

  /** The exposition format 0.0.4, of what we write: gauges without times. */
  @Test
  void metricsAreValidInTheTextFormat() {
    Pattern comment = Pattern.compile("# (HELP [a-z_]+ .+|TYPE [a-z_]+ gauge)");
    String label = "[a-zA-Z_]\\w*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\"";
    Pattern sample = Pattern.compile("[a-z_]+(\\{%1$s(,%1$s)*\\})? -?\\d+".formatted(label));
    String text = ReportFormat.PROMETHEUS.write(REPORT);
    assertThat(text).endsWith("\n");
    assertThat(text.lines())
        .allMatch(line -> comment.matcher(line).matches() || sample.matcher(line).matches());
    assertThat(text.lines().filter(line -> !line.startsWith("#")).map(FormatSchemaTest::series))
        .doesNotHaveDuplicates();
  }

  private static String series(String sample) {
    return sample.substring(0, sample.lastIndexOf(' '));
  }

  /** An API server prunes fields that a CRD does not name, so that they count as problems here. */
  private static Object closed(Object schema) {
    if (schema instanceof List<?> list) {
      return list.stream().map(FormatSchemaTest::closed).toList();
    }
    if (!(schema instanceof Map<?, ?> map)) {
      return schema;
    }
    LinkedHashMap<Object, Object> closed = new LinkedHashMap<>();
    map.forEach((key, value) -> closed.put(key, closed(value)));
    if (map.get("properties") instanceof Map && Objects.equals(map.get("type"), "object")) {
      closed.put("additionalProperties", false);
    }
    return closed;
  }

  /** What an object says under a name, which it has. */
  static Object field(Object object, String name) {
    return Objects.requireNonNull(((Map<?, ?>) object).get(name), name);
  }

  static List<?> list(Object value) {
    return (List<?>) value;
  }

  static List<Object> yaml(String text) {
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
    return documents;
  }

  private static List<String> problems(String schema, String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(schema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FormatSchemaTest.class.getResourceAsStream(name)) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
