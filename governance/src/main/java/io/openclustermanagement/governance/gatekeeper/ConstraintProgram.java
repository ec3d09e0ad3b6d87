package io.openclustermanagement.governance.gatekeeper;

import io.openclustermanagement.governance.rego.RegoCode;
import io.openclustermanagement.governance.rego.RegoException;
import io.openclustermanagement.governance.rego.RegoModule;
import io.openclustermanagement.governance.rego.RegoProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The Rego of a ConstraintTemplate in packages of its own, and a rule in front that reviews many
 * objects in one evaluation ({@code constraint/pkg/client/drivers/rego} of OPA's constraint
 * framework, which moves packages likewise).
 *
 * @param usesInventory whether it looks at {@code data.inventory}
 */
record ConstraintProgram(RegoProgram program, boolean usesInventory) {
  private static final Pattern VIOLATION = Pattern.compile("(?m)^\\s*violation\\b");
  private static final Pattern DATA =
      Pattern.compile("(?<![\\w.\"])data\\b(?:\\s*\\.\\s*(\\w+)|\\s*\\[\\s*\")?");
  private static final Pattern LIBRARIES = Pattern.compile("(?<![\\w.\"])data\\.lib\\b");
  private static final Pattern INVENTORY = Pattern.compile("(?<![\\w.\"])data\\s*[.\\[]\\s*\"?inv");
  private static final Pattern V1 = Pattern.compile("(?m)^\\s*import\\s+rego\\.v1\\b");
  private static final Pattern OUTSIDE =
      Pattern.compile("\\b(http\\.send|opa\\.runtime|net\\.lookup_ip_addr)\\s*\\(");

  /**
   * The program of a template.
   *
   * @param v1 whether it is written in Rego as OPA 1 has it
   * @throws RegoException if it is no template that Gatekeeper would take
   */
  static ConstraintProgram of(RegoModule template, List<RegoModule> libraries, boolean v1)
      throws RegoException {
    List<RegoModule> all = new ArrayList<>(List.of(template));
    all.addAll(libraries);
    for (RegoModule module : all) {
      check(module);
    }
    RegoCode code = new RegoCode(template.text());
    if (!code.contains(VIOLATION)) {
      throw new RegoException("The Rego of the template has no rule `violation`.");
    }
    String root = "ocm.t" + new RegoProgram(all, v1 ? "v1" : "").digest().substring(0, 32);
    List<RegoModule> moved = new ArrayList<>();
    for (RegoModule library : libraries) {
      moved.add(moved(library, root, root + "." + libraryPackage(library), v1));
    }
    moved.add(moved(template, root, root + ".template", v1));
    moved.add(new RegoModule("review", reviewing(root)));
    return new ConstraintProgram(
        new RegoProgram(moved, root.replace('.', '/') + "/review/answer"),
        all.stream().anyMatch(module -> new RegoCode(module.text()).contains(INVENTORY)));
  }

  /** A template sees the review, its libraries and the inventory, and nothing outside. */
  private static void check(RegoModule module) throws RegoException {
    RegoCode code = new RegoCode(module.text());
    if (code.packageName().isEmpty()) {
      throw new RegoException("The Rego of the %s declares no package.".formatted(module.name()));
    }
    Optional<MatchResult> outside = code.matches(OUTSIDE).findFirst();
    if (outside.isPresent()) {
      throw new RegoException(
          "The Rego of the %s calls `%s`, which templates must not."
              .formatted(module.name(), outside.get().group(1)));
    }
    Optional<MatchResult> other =
        code.matches(DATA).filter(each -> !isKnown(each, module.text())).findFirst();
    if (other.isPresent()) {
      throw new RegoException(
          "The Rego of the %s refers to `%s`; templates see only `data.inventory` and `data.lib`."
              .formatted(module.name(), other.get().group().strip()));
    }
  }

  private static boolean isKnown(MatchResult reference, String text) {
    String name = reference.group(1);
    return name == null
        ? text.startsWith("\"inventory\"", reference.end() - 1)
        : name.equals("inventory") || name.equals("lib");
  }

  private static String libraryPackage(RegoModule library) throws RegoException {
    String name = new RegoCode(library.text()).packageName().orElse("");
    if (!name.equals("lib") && !name.startsWith("lib.")) {
      throw new RegoException(
          "The %s is in the package `%s`; libraries are in packages that begin with `lib.`."
              .formatted(library.name(), name));
    }
    return name;
  }

  private static RegoModule moved(RegoModule module, String root, String name, boolean v1) {
    RegoCode code =
        new RegoCode(module.text()).replace(LIBRARIES, "data." + root + ".lib").inPackage(name);
    boolean needsImport = v1 && !code.contains(V1);
    return new RegoModule(
        module.name(), (needsImport ? code.withImport("import rego.v1") : code).text());
  }

  /** The rule in front: {@code with} gives the template what it sees as input and data. */
  private static String reviewing(String root) {
    return """
        package %1$s.review

        import rego.v1

        answer := {"reviewed": count(input.reviews), "violations": violations}

        violations contains {"review": index, "violation": violation} if {
          some index, review in input.reviews
          some violation in data.%1$s.template.violation with input as {"review": review, "parameters": input.parameters} with data.inventory as input.inventory
        }
        """
        .formatted(root);
  }
}
