package io.openclustermanagement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the table of what each module may see (DEVELOPMENT.md, "Modules"). */
@AnalyzeClasses(
    packages = "io.openclustermanagement",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDependencyTest {
  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify.annotations..";
  private static final String GRAMMAR = "io.openclustermanagement.dsl..";
  private static final String API = "io.openclustermanagement.api..";
  private static final String COMPILER = "io.openclustermanagement.compiler..";
  private static final String PLACEMENT = "io.openclustermanagement.placement..";

  private static final String GOVERNANCE = "io.openclustermanagement.governance..";
  private static final String REASONING = "io.openclustermanagement.governance.reasoning..";
  private static final String OPA = "io.openclustermanagement.governance.opa..";

  @ArchTest static final ArchRule grammarSeesAntlrOnly = only(GRAMMAR, GRAMMAR, "org.antlr..");

  @ArchTest static final ArchRule apiSeesYamlOnly = only(API, API, "org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule compilerSeesGrammarAndApi = only(COMPILER, COMPILER, GRAMMAR, API);

  @ArchTest
  static final ArchRule placementSeesApiAndCel =
      only(PLACEMENT, PLACEMENT, API, "dev.cel..", "com.google..");

  @ArchTest
  static final ArchRule governanceSeesApiAndPlacement =
      only(
          GOVERNANCE,
          GOVERNANCE,
          API,
          PLACEMENT,
          "com.google.re2j..",
          "org.yaml.snakeyaml..",
          "javax.crypto..",
          "dev.cel..",
          "com.google..",
          "org.drools..",
          "org.kie..",
          "javax.net.ssl..",
          "com.styra.opa..",
          "com.dylibso.chicory..",
          "com.fasterxml.jackson..");

  /** The first session of Drools takes a third of a second, so that few may ask for one. */
  @ArchTest
  static final ArchRule onlyReasoningSeesDrools =
      noClasses()
          .that()
          .resideOutsideOfPackage(REASONING)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..");

  /** How Rego is evaluated is seen as an interface only. */
  @ArchTest
  static final ArchRule onlyOneSeesWebAssembly =
      noClasses()
          .that()
          .resideOutsideOfPackage(OPA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.styra.opa..", "com.dylibso.chicory..", "com.fasterxml.jackson..");

  /** A pure function of API objects and a clock has no file, no network, no thread of its own. */
  @ArchTest
  static final ArchRule enginesAreWithoutSideEffects =
      noClasses()
          .that()
          .resideInAnyPackage(GRAMMAR, API, COMPILER, PLACEMENT, GOVERNANCE)
          .and()
          .resideOutsideOfPackage(OPA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.util.concurrent.atomic..")
          .orShould()
          .callMethod(java.time.Instant.class, "now");

  private static ArchRule only(String module, String... seen) {
    String[] allowed = new String[seen.length + 2];
    System.arraycopy(seen, 0, allowed, 0, seen.length);
    allowed[seen.length] = JDK;
    allowed[seen.length + 1] = NULLNESS;
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
