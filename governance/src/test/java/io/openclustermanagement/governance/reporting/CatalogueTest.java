package io.openclustermanagement.governance.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  private static List<Reference> references(String standards, String controls) {
    Map<String, String> annotations = new HashMap<>();
    annotations.put(ReferenceKind.STANDARD.annotation(), standards);
    annotations.put(ReferenceKind.CONTROL.annotation(), controls);
    return Catalogue.standard().references(annotations).stream()
        .filter(each -> each.kind() == ReferenceKind.CONTROL)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "NIST SP 800-53,NIST SP 800-53",
    "NIST 800-53,NIST SP 800-53",
    "NIST-800-53 Rev. 5,NIST SP 800-53",
    "NIST-CSF,NIST CSF",
    "PCI-DSS,PCI DSS",
    "CIS Kubernetes Benchmark,CIS Kubernetes",
    "Our own book,Our own book"
  })
  void standardsHaveManySpellings(String text, String key) {
    Map<String, String> annotations = Map.of(ReferenceKind.STANDARD.annotation(), text);
    assertThat(Catalogue.standard().references(annotations))
        .extracting(Reference::key)
        .containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource({
    "CM-2 Baseline Configuration,NIST SP 800-53 CM-2,Baseline Configuration",
    "CM-2 Baseline,NIST SP 800-53 CM-2,Baseline Configuration",
    "AC-2 (1),NIST SP 800-53 AC-2(1),Account Management",
    "CM Configuration Management,NIST SP 800-53 CM,Configuration Management",
    "PR.IP-1 Baseline Configuration,NIST CSF PR.IP-1,Information Protection Processes and Procedures",
    "CM-200 Nothing,CM-200 Nothing,CM-200 Nothing",
    "CMake,CMake,CMake"
  })
  void controlsAreFoundByTheIdTheyBeginWith(String text, String key, String title) {
    Reference reference = references("", text).getFirst();
    assertThat(reference.key()).isEqualTo(key);
    assertThat(reference.title()).isEqualTo(title);
  }

  @Test
  void aNumberMeansASectionOfTheStandardThatIsNamed() {
    assertThat(references("PCI-DSS", "6.3.2").getFirst().key()).isEqualTo("PCI DSS 6.3.2");
    assertThat(references("CIS", "5.1.3 Minimize wildcard use").getFirst().title())
        .isEqualTo("RBAC and Service Accounts");
    assertThat(references("", "6.3.2").getFirst().entry()).isEmpty();
  }

  @Test
  void aCommaInATitlePartsNothing() {
    assertThat(references("", "SI-5 Security Alerts, Advisories, and Directives, SC-4"))
        .extracting(Reference::text)
        .containsExactly("SI-5 Security Alerts, Advisories, and Directives", "SC-4");
  }

  @Test
  void theRevisionHas299ControlsIn20Families() {
    List<CatalogueEntry> nist =
        Catalogue.standard().entries().stream()
            .filter(each -> each.standard().equals("NIST SP 800-53"))
            .filter(each -> !each.title().endsWith("(withdrawn)"))
            .toList();
    assertThat(nist).filteredOn(each -> each.kind() == ReferenceKind.CATEGORY).hasSize(20);
    assertThat(nist).filteredOn(each -> each.kind() == ReferenceKind.CONTROL).hasSize(299);
  }
}
