package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.testing.Examples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  static List<SourceFile> examples() {
    return Examples.all();
  }

  @Test
  void areSix() {
    assertThat(examples()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void parseWithoutError(SourceFile file) {
    assertThat(OcmParser.parse(file).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areUnambiguous(SourceFile file) {
    OcmTokens lexer = new OcmTokens(new SourceCharStream(file, 0, file.text().length()));
    OcmGrammar parser = new OcmGrammar(new CommonTokenStream(lexer));
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    List<String> ambiguities = new ArrayList<>();
    parser.removeErrorListeners();
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void reportAmbiguity(
              Parser recognizer,
              DFA dfa,
              int startIndex,
              int stopIndex,
              boolean exact,
              BitSet alternatives,
              ATNConfigSet configs) {
            ambiguities.add(
                recognizer
                    .getTokenStream()
                    .getText(
                        recognizer.getTokenStream().get(startIndex),
                        recognizer.getTokenStream().get(stopIndex)));
          }
        });
    parser.file();
    assertThat(parser.getNumberOfSyntaxErrors()).isZero();
    assertThat(ambiguities).isEmpty();
  }
}
