package io.openclustermanagement.compiler.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.api.cluster.ClusterCelSelector;
import io.openclustermanagement.api.cluster.ClusterPredicate;
import io.openclustermanagement.api.cluster.ClusterSelector;
import io.openclustermanagement.api.cluster.Placement;
import io.openclustermanagement.api.cluster.PlacementSpec;
import io.openclustermanagement.api.meta.ObjectMeta;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One CEL expression on its way through a whole import. */
final class ImportedCel {
  private static final Pattern WHERE = Pattern.compile("(?s)where (.*)\n}\n$");

  private ImportedCel() {}

  /** A placement with nothing but an expression. */
  static Placement placement(String cel) {
    ClusterSelector selector =
        new ClusterSelector(null, null, new ClusterCelSelector(List.of(cel)));
    PlacementSpec spec =
        new PlacementSpec(
            List.of(),
            null,
            List.of(new ClusterPredicate(selector)),
            null,
            null,
            List.of(),
            null,
            null,
            null);
    return new Placement(ObjectMeta.named("acme", "p"), spec, null);
  }

  /** The condition that stands for an expression, on one line. */
  static String where(String cel) {
    Verdicts verdicts = new Verdicts();
    ImportResult result = Laws.imported(Laws.yaml(List.of(placement(cel))), verdicts);
    assertThat(result.diagnostics()).isEmpty();
    assertThat(verdicts.verbatimCount()).isZero();
    return condition(result);
  }

  /** The condition of the first placement of an import, on one line. */
  static String condition(ImportResult result) {
    Matcher matcher = WHERE.matcher(result.files().getFirst().text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replaceAll("\\s+", " ").strip();
  }
}
