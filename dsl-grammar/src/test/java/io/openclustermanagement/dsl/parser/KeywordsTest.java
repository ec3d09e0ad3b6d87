package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.syntax.Declaration;
import io.openclustermanagement.dsl.syntax.Entry;
import io.openclustermanagement.dsl.syntax.Expression;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordsTest {

  /** The words of the generated vocabulary, not of the table that is tested here. */
  static List<String> words() {
    Vocabulary vocabulary = OcmTokens.VOCABULARY;
    List<String> words = new ArrayList<>();
    for (int type = Token.MIN_USER_TOKEN_TYPE; type <= vocabulary.getMaxTokenType(); type++) {
      String literal = Objects.requireNonNullElse(vocabulary.getLiteralName(type), "''");
      if (literal.length() > 2 && Character.isLetter(literal.charAt(1))) {
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
    return words;
  }

  static List<String> softWords() {
    return Keywords.soft();
  }

  @Test
  void areEitherSoftOrHard() {
    List<String> both = new ArrayList<>(Keywords.soft());
    both.addAll(Keywords.hard());
    assertThat(both).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(words());
  }

  @ParameterizedTest
  @MethodSource("words")
  void areUsableAsFieldNames(String word) {
    Expression value = value("x." + word);
    assertThat(value).isInstanceOf(Expression.FieldAccess.class);
    assertThat(((Expression.FieldAccess) value).field().text()).isEqualTo(word);
    assertThat(value("x?." + word)).isInstanceOf(Expression.FieldAccess.class);
  }

  @ParameterizedTest
  @MethodSource("words")
  void areUsableAsMapKeys(String word) {
    for (String text : List.of("{ a: 1, %s: 2 }", "{ %s.b: 2 }", "{ b.%s { c: 1 } }")) {
      Expression value = value(text.formatted(word));
      assertThat(value).isInstanceOf(ObjectLiteral.class);
      Entry.Field last = (Entry.Field) ((ObjectLiteral) value).entries().getLast();
      assertThat(last.key().text()).contains(word);
    }
  }

  @ParameterizedTest
  @MethodSource("softWords")
  void areUsableAsNamesIfSoft(String word) {
    assertThat(value(word)).isEqualTo(new Expression.Identifier(word, value(word).at()));
    ParseResult result =
        OcmParser.parse(new SourceFile("test.ocm", "placement %1$s { from %1$s }".formatted(word)));
    assertThat(result.diagnostics()).isEmpty();
  }

  private static Expression value(String expression) {
    ParseResult result =
        OcmParser.parse(new SourceFile("test.ocm", "param p: Any = " + expression));
    assertThat(result.diagnostics()).isEmpty();
    Declaration.Param param = (Declaration.Param) result.tree().declarations().getFirst();
    return Objects.requireNonNull(param.defaultValue());
  }
}
