package io.openclustermanagement.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openclustermanagement.api.meta.LabelSelectorRequirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words in which apimachinery refuses a selector. */
class SelectorsTest {

  @Test
  void operatorsAndNumbersOfValues() {
    refused("env", "Near", List.of(), "\"Near\" is not a valid label selector operator");
    refused(
        "env",
        "In",
        List.of(),
        "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty");
    refused(
        "env",
        "Exists",
        List.of("a\"b", "c"),
        "[values: Invalid value: [\"a\\\"b\",\"c\"]: values set must be empty for exists and does"
            + " not exist, values[0][env]: Invalid value: \"a\\\"b\": a valid label must be an"
            + " empty string or consist of alphanumeric characters, '-', '_' or '.', and must start"
            + " and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
            + " '12345', regex used for validation is"
            + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')]");
  }

  @Test
  void keys() {
    refused(
        "",
        "Exists",
        List.of(),
        "key: Invalid value: \"\": name part must be non-empty; name part must consist of"
            + " alphanumeric characters, '-', '_' or '.', and must start and end with an"
            + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
            + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
    refused(
        "Example.com/x",
        "Exists",
        List.of(),
        "key: Invalid value: \"Example.com/x\": prefix part a lowercase RFC 1123 subdomain must"
            + " consist of lower case alphanumeric characters, '-' or '.', and must start and end"
            + " with an alphanumeric character (e.g. 'example.com', regex used for validation is"
            + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
    refused(
        "a/b/c",
        "Exists",
        List.of(),
        "key: Invalid value: \"a/b/c\": a qualified name must consist of alphanumeric characters,"
            + " '-', '_' or '.', and must start and end with an alphanumeric character (e.g."
            + " 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
            + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix"
            + " and '/' (e.g. 'example.com/MyName')");
    refused(
        "x".repeat(64),
        "Exists",
        List.of(),
        "key: Invalid value: \"" + "x".repeat(64) + "\": name part must be no more than 63 bytes");
  }

  @Test
  void validSelectorsKeepTheirPlaces() throws InvalidSelectorException {
    List<Selectors.Located> terms =
        Selectors.of(
            List.of(
                new LabelSelectorRequirement("example.com/Tier", "NotIn", List.of("b", "a", "b")),
                new LabelSelectorRequirement("gpu", "DoesNotExist", List.of())));
    assertThat(terms)
        .extracting(Selectors.Located::pointer)
        .containsExactly("/matchExpressions/0", "/matchExpressions/1");
    assertThat(terms.getFirst().requirement().values()).containsExactly("a", "b");
    assertThat(terms.getFirst().requirement()).hasToString("example.com/Tier not in [a, b]");
  }

  private static void refused(String key, String operator, List<String> values, String message) {
    LabelSelectorRequirement term = new LabelSelectorRequirement(key, operator, values);
    assertThatThrownBy(() -> Selectors.of(List.of(term)))
        .isInstanceOf(InvalidSelectorException.class)
        .hasMessage(message);
  }
}
