package io.openclustermanagement.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.Code;
import io.openclustermanagement.dsl.diagnostic.Diagnostic;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upstream's webhook refuses a work with more than 500 KiB of manifests. */
class DeploymentSizeTest {

  @Test
  void manifestsThatOneWorkCannotHoldAreReported() {
    assertThat(findings(600))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.MANIFESTS_TOO_LARGE);
              assertThat(finding.summary())
                  .isEqualTo(
                      "The manifests of `catalog` have 614518 bytes, at most 512000 can be sent to a"
                          + " cluster.");
              assertThat(finding.primary().span().text()).isEqualTo("catalog");
              assertThat(finding.help()).hasValue("split the deployment.");
            });
  }

  @Test
  void manifestsThatFitAreNot() {
    assertThat(findings(400)).isEmpty();
  }

  private static List<Diagnostic> findings(int kibibytes) {
    String source =
        """
        module apps
        hub namespace "acme-apps"
        placement shops {}
        deploy catalog {
          to shops
          manifests { ConfigMap "catalog" in "shop" { data: { items: "%s" } } }
        }
        """
            .formatted("x".repeat(kibibytes * 1024));
    return Compiler.compile(List.of(new SourceFile("apps.ocm", source)), CompilerOptions.DEFAULT)
        .diagnostics();
  }
}
