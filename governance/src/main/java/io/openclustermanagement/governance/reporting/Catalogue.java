package io.openclustermanagement.governance.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Standards with their categories and controls, and what the texts in the annotations of policies
 * mean in them. Policies write the same in many ways ({@code NIST 800-53}, {@code CM-2 Baseline});
 * what counts is the id that a text begins with.
 *
 * <p>The data lie beside this class, each file with its source.
 */
public final class Catalogue {
  private static final int LONGEST_TEXT = 500;

  /** A standard, the file of its data, and what a text must begin with to name it. */
  private enum Standard {
    NIST_SP_800_53("NIST SP 800-53", "nist-sp-800-53", "nistsp80053|nist80053|sp80053"),
    NIST_CSF("NIST CSF", "nist-csf", "nistcsf|nistcybersecurityframework|csf"),
    CIS_KUBERNETES("CIS Kubernetes", "cis-kubernetes", "cis"),
    PCI_DSS("PCI DSS", "pci-dss", "pci");

    private final String title;
    private final String file;
    private final String spellings;

    Standard(String title, String file, String spellings) {
      this.title = title;
      this.file = file;
      this.spellings = spellings;
    }

    boolean isMeantBy(String text) {
      String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
      return plain.matches("(" + spellings + ").*");
    }

    CatalogueEntry entry() {
      return new CatalogueEntry(ReferenceKind.STANDARD, title, title, "");
    }
  }

  /** Ids: of a control of SP 800-53 with its enhancement, of a category of CSF, of a section. */
  private static final Pattern ID =
      Pattern.compile(
          "(?<base>[A-Z]{2}-\\d{1,3})(?<enhancement>\\s?\\(\\d{1,2}\\))?"
              + "|(?<category>[A-Z]{2}\\.[A-Z]{2})(?<subcategory>-\\d{1,2})?"
              + "|(?<family>[A-Z]{2})(?![A-Za-z])"
              + "|(?<section>\\d{1,2}(?:\\.\\d{1,3}){0,4})(?![\\w.-])");

  private static final class Standing {
    static final Catalogue INSTANCE = load();
  }

  private final Map<Standard, Map<String, CatalogueEntry>> entries;

  private Catalogue(Map<Standard, Map<String, CatalogueEntry>> entries) {
    this.entries = entries;
  }

  /** The standards that come with this project. */
  public static Catalogue standard() {
    return Standing.INSTANCE;
  }

  /** All categories and controls, in no order. */
  public Collection<CatalogueEntry> entries() {
    return entries.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  /**
   * What the annotations of a policy name, each once.
   *
   * @param annotations of the policy
   */
  public List<Reference> references(Map<String, String> annotations) {
    List<Standard> named =
        texts(annotations, ReferenceKind.STANDARD).stream()
            .flatMap(text -> standardOf(text).stream())
            .toList();
    List<Reference> references = new ArrayList<>();
    for (ReferenceKind kind : ReferenceKind.values()) {
      references(kind, texts(annotations, kind), named, references);
    }
    return references.stream().distinct().toList();
  }

  /**
   * Adds a reference for each text; a text that is a part of the title before it, such as {@code
   * and Directives}, was cut off it by a comma.
   */
  private void references(
      ReferenceKind kind, List<String> texts, List<Standard> named, List<Reference> references) {
    for (String text : texts) {
      Optional<CatalogueEntry> entry = entry(text, named);
      if (entry.isPresent() || references.isEmpty() || !continues(references.getLast(), text)) {
        references.add(new Reference(kind, text, entry));
      } else {
        Reference whole = references.removeLast();
        references.add(new Reference(kind, whole.text() + ", " + text, whole.entry()));
      }
    }
  }

  private static boolean continues(Reference before, String text) {
    return before.entry().isPresent()
        && before.title().toLowerCase(Locale.ROOT).contains(", " + text.toLowerCase(Locale.ROOT));
  }

  /** The parts of an annotation. */
  private static List<String> texts(Map<String, String> annotations, ReferenceKind kind) {
    List<String> texts = new ArrayList<>();
    for (String part : annotations.getOrDefault(kind.annotation(), "").split(",", -1)) {
      String text = part.strip();
      if (!text.isEmpty()) {
        texts.add(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
      }
    }
    return texts;
  }

  private static Optional<Standard> standardOf(String text) {
    for (Standard standard : Standard.values()) {
      if (standard.isMeantBy(text)) {
        return Optional.of(standard);
      }
    }
    return Optional.empty();
  }

  /** A section is only a number, so that it says nothing without the standard that is named. */
  private Optional<CatalogueEntry> entry(String text, List<Standard> named) {
    Optional<Standard> standard = standardOf(text);
    if (standard.isPresent()) {
      return standard.map(Standard::entry);
    }
    Matcher id = ID.matcher(text);
    if (!id.lookingAt()) {
      return Optional.empty();
    }
    if (id.group("section") != null) {
      return named.stream()
          .flatMap(each -> section(each, id.group("section")).stream())
          .findFirst();
    }
    if (id.group("base") != null) {
      return part(Standard.NIST_SP_800_53, id.group("base"), id.group("enhancement"));
    }
    if (id.group("category") != null) {
      return part(Standard.NIST_CSF, id.group("category"), id.group("subcategory"));
    }
    return known(Standard.NIST_SP_800_53, id.group("family"))
        .or(() -> known(Standard.NIST_CSF, id.group("family")));
  }

  private Optional<CatalogueEntry> known(Standard standard, String id) {
    return Optional.ofNullable(entries(standard).get(id));
  }

  private Map<String, CatalogueEntry> entries(Standard standard) {
    return Objects.requireNonNull(entries.get(standard));
  }

  /** A part of something that is known: an enhancement of a control, or a subcategory. */
  private Optional<CatalogueEntry> part(Standard standard, String id, @Nullable String suffix) {
    return known(standard, id)
        .map(
            whole ->
                suffix == null
                    ? whole
                    : new CatalogueEntry(
                        ReferenceKind.CONTROL,
                        whole.standard(),
                        id + suffix.strip(),
                        whole.title()));
  }

  /** A section of a standard that is organised by numbers has the title of the one around it. */
  private Optional<CatalogueEntry> section(Standard standard, String id) {
    for (String around = id; !around.isEmpty(); ) {
      Optional<CatalogueEntry> found = known(standard, around);
      if (found.isPresent()) {
        return part(standard, around, id.substring(around.length()));
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
    }
    return Optional.empty();
  }

  private static Catalogue load() {
    Map<Standard, Map<String, CatalogueEntry>> entries = new HashMap<>();
    for (Standard standard : Standard.values()) {
      entries.put(standard, read(standard));
    }
    return new Catalogue(entries);
  }

  private static Map<String, CatalogueEntry> read(Standard standard) {
    Map<String, CatalogueEntry> entries = new HashMap<>();
    for (String line : text(standard).lines().toList()) {
      if (!line.startsWith("#")) {
        String[] fields = line.split("\t", -1);
        ReferenceKind kind = ReferenceKind.valueOf(fields[0].toUpperCase(Locale.ROOT));
        entries.put(fields[1], new CatalogueEntry(kind, standard.title, fields[1], fields[2]));
      }
    }
    return entries;
  }

  private static String text(Standard standard) {
    try (InputStream in = Catalogue.class.getResourceAsStream(standard.file + ".tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
