package io.openclustermanagement.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.parser.CaretContext;
import io.openclustermanagement.dsl.parser.Continuation.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can begin a clause is explained. */
final class ClauseDocsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clusterset x {\n",
        "placement x {\n",
        "placement x {\n prefer {\n",
        "placement x {\n groups {\n",
        "policy x {\n",
        "policy x {\n template t {\n",
        "policy x {\n rule r {\n",
        "policyset x {\n",
        "exemption x {\n",
        "deploy x {\n",
        "deploy x {\n rollout perGroup {\n",
        "fleet x {\n",
        "fleet x {\n cluster c {\n",
        "fleetrule x {\n",
        "test \"x\" on f {\n"
      })
  void everyWordHasASentence(String text) {
    var found = CaretContext.at(new SourceFile("x.ocm", text), text.length()).continuations();
    assertThat(found).isNotEmpty();
    for (var each : found) {
      if (each.slot() == Slot.WORD) {
        String owner = each.clauseOf().orElse("");
        assertThat(ClauseDocs.find(owner, each.word()))
            .as("%s in %s", each.word(), owner)
            .isPresent();
      }
    }
  }
}
