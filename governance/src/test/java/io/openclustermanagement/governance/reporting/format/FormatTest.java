package io.openclustermanagement.governance.reporting.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.governance.reporting.ExampleFleet;
import io.openclustermanagement.governance.reporting.Report;
import io.openclustermanagement.governance.reporting.ReportState;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {
  private static final Report REPORT = ExampleReports.report();

  @ParameterizedTest
  @EnumSource
  void theSameRunHasTheSameCountsInAllFormats(ReportFormat format) throws Exception {
    Map<String, Integer> expected = new TreeMap<>();
    REPORT.counts().counts().forEach((state, count) -> expected.put(state.wireName(), count));
    expected.values().removeIf(count -> count == 0);
    assertThat(counts(format, format.write(REPORT))).isEqualTo(expected);
  }

  private static Map<String, Integer> counts(ReportFormat format, String text) throws Exception {
    return switch (format) {
      case HTML -> numbers("<li style=\"--c:var\\(--(\\w+)\\)\"><b>(\\d+)</b>.*</li>", text);
      case JSON -> count(states(json(text).path("results"), "/state"));
      case SARIF -> count(states(json(text).at("/runs/0/results"), "/properties/state"));
      case OSCAL -> count(oscal(json(text)));
      case CSV -> count(csv(text).stream().skip(1).map(List::getFirst));
      case MARKDOWN -> numbers("\\| ([A-Z][A-Za-z]+) \\| (\\d+) \\|", text);
      case PROMETHEUS -> numbers("ocm_report_results\\{state=\"(\\w+)\"\\} (\\d+)", text);
      case OPENREPORTS, POLICYREPORT -> count(reports(text));
      case JUNIT -> count(junit(text));
    };
  }

  private static Map<String, Integer> count(Stream<String> states) {
    Map<String, Integer> counts = new TreeMap<>();
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> numbers(String pattern, String text) {
    Map<String, Integer> counts = new TreeMap<>();
    Matcher matcher = Pattern.compile("(?m)^" + pattern + "$").matcher(text);
    while (matcher.find()) {
      counts.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Stream<String> states(JsonNode results, String pointer) {
    return results.valueStream().map(each -> each.at(pointer).asString());
  }

  private static Stream<String> oscal(JsonNode document) {
    return document
        .at("/assessment-results/results/0/observations")
        .valueStream()
        .flatMap(each -> each.path("subjects").valueStream())
        .flatMap(each -> each.path("props").valueStream())
        .filter(each -> each.path("name").asString().equals("result"))
        .map(each -> each.path("value").asString());
  }

  private static Stream<String> reports(String text) {
    return FormatSchemaTest.yaml(text).stream()
        .flatMap(each -> FormatSchemaTest.list(FormatSchemaTest.field(each, "results")).stream())
        .map(each -> (Map<?, ?>) ((Map<?, ?>) each).get("properties"))
        .map(each -> (String) each.get("state"));
  }

  private static Stream<String> junit(String text) throws Exception {
    List<String> states = new ArrayList<>();
    NodeList cases = xml(text).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      states.add(junitState((Element) cases.item(i)));
    }
    return states.stream();
  }

  private static String junitState(Element testCase) {
    NodeList skipped = testCase.getElementsByTagName("skipped");
    if (skipped.getLength() > 0) {
      return ((Element) skipped.item(0)).getAttribute("message").replaceAll(":(?s).*", "");
    }
    boolean failed = testCase.getElementsByTagName("failure").getLength() > 0;
    boolean error = testCase.getElementsByTagName("error").getLength() > 0;
    return failed ? "NonCompliant" : error ? "Error" : "Compliant";
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  /** Reads RFC 4180. */
  private static List<List<String>> csv(String text) {
    List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher cell =
        Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)").matcher(text);
    while (cell.find()) {
      String quoted = cell.group(1);
      lines.getLast().add(quoted == null ? cell.group(2) : quoted.replace("\"\"", "\""));
      if (!cell.group(3).equals(",")) {
        lines.add(new ArrayList<>());
      }
    }
    assertThat(cell.hitEnd()).isTrue();
    lines.removeLast();
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void theSameReportIsTheSameText(ReportFormat format) {
    assertThat(format.write(ExampleReports.report())).isEqualTo(format.write(REPORT));
  }

  @ParameterizedTest
  @EnumSource
  void noFormatShowsASecret(ReportFormat format) {
    assertThat(format.write(REPORT)).doesNotContain(ExampleFleet.SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyReportIsAReport(ReportFormat format) throws Exception {
    assertThat(counts(format, format.write(ExampleReports.empty()))).isEmpty();
  }

  @Test
  void aSpreadsheetCalculatesNothing() {
    List<List<String>> lines = csv(ReportFormat.CSV.write(REPORT));
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
    assertThat(lines.stream().flatMap(List::stream).filter(each -> !each.isEmpty()))
        .noneMatch(each -> "=+-@\t\r".indexOf(each.charAt(0)) >= 0)
        .contains("'" + ExampleFleet.HOSTILE);
    assertThat(CsvReport.cell(" =1")).isEqualTo("' =1");
    assertThat(CsvReport.cell("a\"b,c")).isEqualTo("\"a\"\"b,c\"");
  }

  @Test
  void markdownHasNothingOfTheTextsButTheTexts() {
    assertThat(ReportFormat.MARKDOWN.write(REPORT)).doesNotContain("<script", "`d`");
    assertThat(MarkdownReport.escape("a|b\n# c <img> @team [x](http://y) `z`"))
        .isEqualTo("a\\|b \\# c &lt;img&gt; &#64;team \\[x\\]\\(http:\u200B//y\\) \\`z\\`");
    assertThat(MarkdownReport.escape("x".repeat(500))).hasSize(240).endsWith("…");
  }

  @Test
  void markdownTablesKeepTheirColumns() {
    Pattern bar = Pattern.compile("(?<!\\\\)\\|");
    List<Long> columns =
        ReportFormat.MARKDOWN
            .write(REPORT)
            .lines()
            .dropWhile(line -> !line.startsWith("| Severity | State"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> bar.matcher(line).results().count())
            .distinct()
            .toList();
    assertThat(columns).containsExactly(7L);
  }

  @Test
  void aPageHasNoScriptButItsOwnAndNoReferenceToAnythingElse() {
    String page = ReportFormat.HTML.write(REPORT);
    assertThat(page).containsOnlyOnce("<script").contains("&lt;script&gt;alert(1)");
    assertThat(page).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("@import", "url(");
    assertThat(page).contains("script-src 'sha256-");
  }

  @Test
  void aPageSaysWhatPeopleAskFirst() {
    String page = ReportFormat.HTML.write(REPORT);
    assertThat(page)
        .containsSubsequence("What is broken", "What expires soon", "What could not be judged");
    assertThat(page).contains("team-hostile", "9 days", "RISK-1", "2 of 3 clusters");
    assertThat(page).contains("Not assessed", "Switched off: acme/resting");
  }

  @Test
  void controlsOfOscalAreFoundInNistsCatalogue() {
    assertThat(OscalReport.token("NIST SP 800-53 AC-2(1)")).isEqualTo("ac-2.1");
    assertThat(OscalReport.token("PCI DSS 6.3.2")).isEqualTo("pci-dss-6.3.2");
    assertThat(OscalReport.token("6.3.2")).isEqualTo("_6.3.2");
  }

  @Test
  void findingsOfOscalRestOnObservations() {
    JsonNode result = json(ReportFormat.OSCAL.write(REPORT)).at("/assessment-results/results/0");
    List<String> observations =
        result
            .path("observations")
            .valueStream()
            .map(each -> each.path("uuid").asString())
            .toList();
    assertThat(result.path("findings").valueStream())
        .hasSize(3)
        .allSatisfy(
            finding ->
                assertThat(finding.path("related-observations").valueStream())
                    .isNotEmpty()
                    .extracting(each -> each.path("observation-uuid").asString())
                    .isSubsetOf(observations));
    assertThat(result.path("remarks").asString()).isEqualTo("Not assessed: NIST SP 800-53 AU-2");
    assertThat(result.path("start").asString()).isEqualTo("2026-11-22T12:00:00Z");
  }

  @Test
  void whatIsExemptedIsASuppressedFailure() {
    JsonNode exempted =
        json(ReportFormat.SARIF.write(REPORT))
            .at("/runs/0/results")
            .valueStream()
            .filter(each -> each.has("suppressions"))
            .findFirst()
            .orElseThrow();
    assertThat(exempted.path("kind").asString()).isEqualTo("fail");
    assertThat(exempted.path("level").asString()).isEqualTo("error");
    assertThat(exempted.at("/suppressions/0/justification").asString())
        .isEqualTo(
            "the vendor fixes it in December (acme/no-limits, edge@acme.example, until 2026-12-01)");
    assertThat(exempted.at("/properties/state").asString())
        .isEqualTo(ReportState.EXEMPTED.wireName());
    assertThat(exempted.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("policies/a%20b.ocm");
  }
}
