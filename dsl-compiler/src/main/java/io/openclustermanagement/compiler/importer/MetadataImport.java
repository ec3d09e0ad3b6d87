package io.openclustermanagement.compiler.importer;

import io.openclustermanagement.api.meta.ObjectMeta;
import io.openclustermanagement.api.schema.Patterns;
import io.openclustermanagement.dsl.syntax.ObjectLiteral;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Labels and annotations as clauses. What servers and clients keep for themselves is not part of an
 * object's meaning and goes without a word: {@code uid}, {@code resourceVersion}, {@code
 * generation}, {@code creationTimestamp}, {@code managedFields}, {@code selfLink}, {@code
 * generateName}, the annotation in which {@code kubectl apply} remembers what it applied, and all
 * of {@code status}.
 */
final class MetadataImport {
  /** Where {@code kubectl apply} remembers what it applied. */
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private static final String NAME_HELP = "use small letters, digits and `-`.";
  private static final Pattern OBJECT_NAME = Pattern.compile(Patterns.DNS_SUBDOMAIN);
  private static final int MAX_NAME = 253;

  private final ObjectMeta metadata;

  MetadataImport(Item<?> item, Reasons reasons) {
    this.metadata = item.metadata();
    requireNames(metadata, reasons);
    if (metadata.isTerminating()) {
      reasons.metadata("/metadata/deletionTimestamp", "the object is being deleted");
    }
    if (!metadata.finalizers().isEmpty()) {
      reasons.metadata("/metadata/finalizers", "the language has no finalizers");
    }
    if (!metadata.ownerReferences().isEmpty()) {
      reasons.metadata("/metadata/ownerReferences", "the language has no owners");
    }
  }

  /** A hub has no object with another name, so no source can stand for it. */
  private static void requireNames(ObjectMeta metadata, Reasons reasons) {
    if (!isObjectName(metadata.name())) {
      reasons.invalid("/metadata/name", "no object can have this name", NAME_HELP);
    }
    String namespace = metadata.namespace();
    if (namespace != null
        && (!isObjectName(namespace) || namespace.contains(".") || namespace.length() > 63)) {
      reasons.invalid("/metadata/namespace", "no namespace can have this name", NAME_HELP);
    }
  }

  /** Whether an object of a hub can have a name. */
  static boolean isObjectName(String name) {
    return name.length() <= MAX_NAME && OBJECT_NAME.matcher(name).matches();
  }

  /** The annotations that mean something. */
  static Map<String, String> meaningful(Map<String, String> annotations) {
    Map<String, String> kept = new TreeMap<>(annotations);
    kept.remove(LAST_APPLIED);
    return kept;
  }

  /** The labels of the object itself; empty if there are none. */
  Optional<ObjectLiteral> labels() {
    return literal(metadata.labels());
  }

  /** The annotations of the object itself; empty if there are none. */
  Optional<ObjectLiteral> annotations() {
    return literal(meaningful(metadata.annotations()));
  }

  private static Optional<ObjectLiteral> literal(Map<String, String> entries) {
    return entries.isEmpty() ? Optional.empty() : Optional.of(Trees.strings(entries));
  }
}
