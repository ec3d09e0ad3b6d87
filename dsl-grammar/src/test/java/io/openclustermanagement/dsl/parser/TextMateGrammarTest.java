package io.openclustermanagement.dsl.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Writes the colours of editors that know only regular expressions, from the keywords of the
 * grammar; {@code -Dgolden.write=true} rewrites the file of the extension. What a word is in its
 * place only the language server can say, so soft keywords are coloured only where a clause may
 * begin or where they follow another keyword.
 */
final class TextMateGrammarTest {
  private static final Path FILE =
      Path.of(System.getProperty("repository.root", ".."))
          .resolve("editors/vscode/syntaxes/ocm.tmLanguage.json");

  private static final String TEMPLATE =
      """
      {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "information_for_contributors": ["Written by TextMateGrammarTest from the keywords of OcmGrammar.g4; run ./dev golden."],
        "name": "OCM",
        "scopeName": "source.ocm",
        "patterns": [{ "include": "#code" }],
        "repository": {
          "code": {
            "patterns": [
              { "include": "#comments" },
              { "include": "#strings" },
              { "include": "#declaration" },
              { "include": "#key" },
              { "include": "#literals" },
              { "include": "#words" },
              { "include": "#types" },
              { "include": "#operators" }
            ]
          },
          "comments": {
            "patterns": [
              { "name": "comment.line.documentation.ocm", "match": "///(?!/).*$" },
              { "name": "comment.line.double-slash.ocm", "match": "//.*$" },
              { "name": "comment.block.ocm", "begin": "/\\\\*", "end": "\\\\*/" }
            ]
          },
          "strings": {
            "patterns": [
              { "name": "string.quoted.triple.ocm", "begin": "\\"\\"\\"", "end": "\\"\\"\\"" },
              {
                "name": "string.quoted.double.ocm",
                "begin": "\\"",
                "end": "\\"|(?=$)",
                "patterns": [
                  { "name": "constant.character.escape.ocm", "match": "\\\\\\\\." },
                  {
                    "name": "meta.interpolation.ocm",
                    "begin": "\\\\$\\\\{",
                    "end": "\\\\}|(?=$)",
                    "beginCaptures": { "0": { "name": "punctuation.section.interpolation.begin.ocm" } },
                    "endCaptures": { "0": { "name": "punctuation.section.interpolation.end.ocm" } },
                    "patterns": [{ "include": "#code" }]
                  }
                ]
              }
            ]
          },
          "declaration": {
            "match": "^\\\\s*(@DECLARATIONS@)\\\\s+([A-Za-z_][\\\\w-]*)",
            "captures": {
              "1": { "name": "keyword.other.declaration.ocm" },
              "2": { "name": "entity.name.type.ocm" }
            }
          },
          "key": {
            "match": "([A-Za-z_][\\\\w-]*(?:\\\\.[A-Za-z_][\\\\w-]*)*)(?=\\\\s*:)",
            "name": "variable.other.property.ocm"
          },
          "literals": {
            "patterns": [
              { "name": "constant.language.ocm", "match": "(?<![\\\\w.-])(?:@CONSTANTS@)(?![\\\\w-])" },
              { "name": "constant.other.date.ocm", "match": "(?<![\\\\w.-])\\\\d{4}-\\\\d\\\\d-\\\\d\\\\d(?![\\\\w-])" },
              { "name": "constant.numeric.version.ocm", "match": "(?<![\\\\w.-])v\\\\d+(?:\\\\.\\\\d+)+" },
              { "name": "constant.numeric.ocm", "match": "(?<![\\\\w.-])\\\\d+(?:\\\\.\\\\d+)?(?:%|[A-Za-z]+)?" }
            ]
          },
          "words": {
            "patterns": [
              { "name": "variable.other.property.ocm", "match": "(?<=\\\\.)[A-Za-z_][\\\\w-]*" },
              { "name": "keyword.operator.word.ocm", "match": "(?<![\\\\w.-])(?:@OPERATORS@)(?![\\\\w-])" },
              { "name": "keyword.control.ocm", "match": "(?<![\\\\w.-])(?:@HARD@)(?![\\\\w-])" },
              { "name": "keyword.other.clause.ocm", "match": "(?:(?<=^)|(?<=\\\\{)|(?<=[;}]))\\\\s*(?:@SOFT@)(?![\\\\w.-])(?!\\\\s*[:(])" },
              { "name": "keyword.other.ocm", "match": "(?<=(?:@FOLLOWED@)\\\\s)(?:@SOFT@)(?![\\\\w.-])" }
            ]
          },
          "types": { "name": "entity.name.type.ocm", "match": "(?<![\\\\w.-])[A-Z]\\\\w*(?:@[\\\\w./-]+)?" },
          "operators": { "name": "keyword.operator.ocm", "match": "==|!=|<=|>=|\\\\?\\\\.|\\\\.\\\\.\\\\.|[<>=+*/-]" }
        }
      }
      """;

  private static String generated() {
    List<String> declarations =
        List.of(
            "clusterset",
            "placement",
            "policy",
            "policyset",
            "exemption",
            "deploy",
            "param",
            "fun",
            "fleet",
            "fleetrule",
            "cluster",
            "rule",
            "rego",
            "template",
            "group");
    Set<String> hard = new LinkedHashSet<>(Keywords.hard());
    hard.removeAll(Keywords.operators());
    hard.removeAll(Keywords.constants());
    Set<String> soft = new LinkedHashSet<>(Keywords.soft());
    Set<String> known = new LinkedHashSet<>(Keywords.hard());
    known.addAll(Keywords.soft());
    assertThat(known).containsAll(declarations);
    return TEMPLATE
        .replace("@DECLARATIONS@", alternatives(declarations))
        .replace("@CONSTANTS@", alternatives(Keywords.constants()))
        .replace("@OPERATORS@", alternatives(Keywords.operators()))
        .replace("@HARD@", alternatives(hard))
        .replace("@SOFT@", alternatives(soft))
        .replace("@FOLLOWED@", alternatives(followed()));
  }

  /** Words behind which a clause goes on with another word, as in {@code sort by name}. */
  private static List<String> followed() {
    return List.of(
        "members",
        "bind",
        "manage",
        "sort",
        "by",
        "prefer",
        "rollout",
        "apply",
        "metadata",
        "copy",
        "ignore",
        "evaluate",
        "hub",
        "on",
        "in",
        "for",
        "as",
        "is",
        "first",
        "max",
        "at",
        "prune",
        "expect",
        "has",
        "grouped",
        "enforce",
        "only",
        "tolerate",
        "after",
        "from",
        "to",
        "choose");
  }

  /** Longer words first, so that none is taken for the beginning of another. */
  private static String alternatives(Collection<String> words) {
    List<String> sorted = new ArrayList<>(words);
    sorted.sort(
        Comparator.comparingInt(String::length)
            .reversed()
            .thenComparing(Comparator.naturalOrder()));
    return String.join("|", sorted);
  }

  @Test
  void theFileOfTheExtensionIsCurrent() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, generated());
    }
    assertThat(FILE).hasContent(generated());
  }
}
