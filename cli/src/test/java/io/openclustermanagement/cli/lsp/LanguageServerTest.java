package io.openclustermanagement.cli.lsp;

import static io.openclustermanagement.cli.lsp.Editor.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.openclustermanagement.dsl.diagnostic.SourceFile;
import io.openclustermanagement.dsl.format.OcmFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The features, asked for by a real client of a real process. */
final class LanguageServerTest {
  private static final String FLEET =
      """
      module acme.fleet
      hub namespace "acme"

      /// Clusters of customers.
      clusterset prod {
        members labelled
        bind to ["acme"]
      }
      """;

  @TempDir Path folder;
  private Editor editor;

  @BeforeEach
  void start() throws IOException {
    editor = Editor.on(folder);
  }

  @AfterEach
  void stop() throws IOException {
    editor.close();
  }

  @Test
  void findingsArePublishedAndFollowTheText() throws Exception {
    editor.open("a.ocm", FLEET + "placement web {\n  from prd\n}\n");
    List<Diagnostic> found = editor.diagnostics("a.ocm");
    assertThat(found).hasSize(1);
    Diagnostic unknown = found.getFirst();
    assertThat(unknown.getCode().getLeft()).isEqualTo("OCM1001");
    assertThat(unknown.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
    assertThat(unknown.getMessage().getLeft())
        .startsWith("There is no cluster set `prd`.")
        .contains("did you mean `prod`?");
    assertThat(editor.text("a.ocm", unknown.getRange())).isEqualTo("prd");

    Position behind = new Position(unknown.getRange().getStart().getLine(), 9);
    editor.change("a.ocm", new TextDocumentContentChangeEvent(new Range(behind, behind), "o"));
    assertThat(editor.diagnostics("a.ocm")).isEmpty();
  }

  private List<String> complete(String file, String text) {
    Caret caret = editor.open(file, text);
    var params = new CompletionParams(editor.id(file), caret.position());
    CompletionList list = get(editor.texts().completion(params)).getRight();
    return list.getItems().stream().map(CompletionItem::getLabel).toList();
  }

  /** The text after a proposal was taken. */
  private String taken(String file, String text, String label) {
    Caret caret = editor.open(file, text);
    var params = new CompletionParams(editor.id(file), caret.position());
    CompletionItem item =
        get(editor.texts().completion(params)).getRight().getItems().stream()
            .filter(each -> each.getLabel().equals(label))
            .findFirst()
            .orElseThrow();
    List<TextEdit> edits = new ArrayList<>(List.of(item.getTextEdit().getLeft()));
    if (item.getAdditionalTextEdits() != null) {
      edits.addAll(item.getAdditionalTextEdits());
    }
    return Editor.applied(caret.text(), edits);
  }

  @Test
  void clausesAreCompletedWhileTheTextIsBroken() {
    assertThat(complete("a.ocm", FLEET + "placement web {\n  from\n  wh|\n  choose"))
        .contains("where", "tolerate", "choose")
        .doesNotContain("placement", "deny");
    assertThat(complete("b.ocm", "policy p {\n  rule r {\n    for each\n    |"))
        .contains("deny", "allow", "message", "let");
    assertThat(complete("c.ocm", "deploy d {\n  rollout perGroup {\n    fi|\n  }\n}"))
        .contains("first", "soak", "deadline");
    assertThat(complete("d.ocm", "fleetrule f {\n  |\n}")).contains("expect", "for");
    assertThat(complete("e.ocm", "exemption e {\n  un|")).contains("until", "because", "owner");
    assertThat(complete("f.ocm", "")).contains("placement", "policy", "module", "import");
    assertThat(complete("g.ocm", "test \"t\" on f {\n  expect |\n}"))
        .contains("placement", "policy", "rollout", "fleetrule", "generated");
  }

  @Test
  void namesOfTheExpectedKindAreCompleted() {
    editor.open(
        "fleet.ocm",
        FLEET + "placement eu { from prod }\nfleet two { cluster a {} cluster b {} }\n");
    assertThat(complete("a.ocm", "import acme.fleet\nplacement web {\n  from |\n}"))
        .containsExactly("prod");
    assertThat(complete("b.ocm", "import acme.fleet\ndeploy d {\n  to |\n}")).containsExactly("eu");
    assertThat(complete("c.ocm", "import acme.fleet (|")).contains("prod", "eu", "two");
    assertThat(complete("d.ocm", "import acme.|")).contains("acme.fleet");
    assertThat(
            complete(
                "e.ocm",
                "import acme.fleet\ntest \"t\" on two {\n  expect placement eu selects [a, |\n}"))
        .contains("a", "b");
    assertThat(complete("f.ocm", "policy p {\n  severity |\n}"))
        .containsExactly("low", "medium", "high", "critical");
    assertThat(taken("g.ocm", "module g\nplacement web {\n  from |\n}", "prod"))
        .isEqualTo("module g\nimport acme.fleet (prod)\nplacement web {\n  from prod\n}");
  }

  @Test
  void expressionsAreCompletedByWhatTheCheckerKnows() {
    String fixture =
        FLEET
            + """
            param regions: List<String> = ["eu"]
            fun near(r: String): Bool = r in regions
            fleet two {
              cluster a {
                labels { env: "prod", "acme.example/site": "porto" }
                claims { region: "eu-1" }
              }
            }
            """;
    assertThat(complete("a.ocm", fixture + "placement p {\n  where |\n  choose\n}"))
        .contains("label", "claim", "version", "regions", "near", "not", "has");
    assertThat(complete("a.ocm", fixture + "placement p {\n  where label.|\n  choose 1\n}"))
        .containsExactly("acme.example/site", "env");
    assertThat(
            taken(
                "a.ocm",
                "placement p { where label.x == \"1\" and label.| }\n" + fixture,
                "acme.example/site"))
        .startsWith("placement p { where label.x == \"1\" and label[\"acme.example/site\"] }");
    assertThat(complete("a.ocm", fixture + "placement p {\n  where label.env == \"|\n}"))
        .containsExactly("prod");
    assertThat(complete("a.ocm", fixture + "placement p {\n  where claim[\"|\"] == \"x\"\n}"))
        .containsExactly("region");
    assertThat(
            complete(
                "a.ocm",
                fixture
                    + "placement p { from prod }\ntest \"t\" on two {\n"
                    + "  expect any c in placed(p) where c.|\n}"))
        .contains("label", "version", "available")
        .doesNotContain("regions");
    assertThat(complete("a.ocm", fixture + "fun f(c: Cluster): Bool = |"))
        .contains("c", "regions", "near")
        .doesNotContain("label");
  }

  @Test
  void fieldsOfResourcesAreCompletedFromTheirSchemas() {
    String head = "policy p {\n  require Deployment \"web\" {\n    ";
    assertThat(complete("a.ocm", head + "|\n  }\n}")).contains("spec", "metadata");
    assertThat(complete("a.ocm", head + "spec.|\n  }\n}")).contains("replicas", "template");
    assertThat(complete("a.ocm", head + "spec.template { spec.containers: [{ name: \"x\", im|"))
        .contains("image", "imagePullPolicy");
    assertThat(
            complete(
                "a.ocm",
                head + "spec.template { spec.containers: [{ imagePullPolicy: \"|\" }] }\n  }\n}"))
        .contains("Always", "IfNotPresent");
    assertThat(complete("a.ocm", "policy p {\n  require Depl|\n}"))
        .contains("Deployment", "AnyPod");
  }

  @Test
  void membersAreCompletedInRules() {
    String head = "hub namespace \"acme\"\npolicy p {\n  rule r {\n    for each d in Deployment ";
    assertThat(complete("a.ocm", head + "where d.|\n  }\n}"))
        .contains("spec", "metadata", "name", "ref")
        .doesNotContain("allContainers", "message");
    assertThat(complete("a.ocm", head + "where d.spec.re|\n    deny\n  }\n}"))
        .contains("replicas", "template");
    String pods =
        "hub namespace \"acme\"\npolicy p {\n  rule r {\n    for each pod in AnyPod\n    ";
    assertThat(complete("a.ocm", pods + "deny when pod.|\n  }\n}")).contains("allContainers");
    assertThat(complete("a.ocm", pods + "deny when pod.spec.|\n  }\n}"))
        .contains("hostNetwork", "containers");
    assertThat(complete("a.ocm", pods + "deny when any c in pod.allContainers where c.|\n  }\n}"))
        .contains("image", "resources");
    assertThat(complete("a.ocm", pods + "deny when any c in pod.spec.containers where not c.|"))
        .contains("image");
    assertThat(
            complete(
                "a.ocm",
                pods + "deny when any c in pod.allContainers where c.resources?.limits?.|"))
        .isEmpty();
    assertThat(
            complete("a.ocm", pods + "deny when any c in pod.allContainers where c.resources?.|"))
        .contains("limits", "requests");
    assertThat(
            complete(
                "a.ocm",
                pods + "let n = count(c in pod.allContainers where c.|)\n    deny when n > 0\n  }"))
        .contains("image");
    assertThat(
            complete("a.ocm", pods + "let first = pod.spec\n    allow only when first.|\n  }\n}"))
        .contains("hostNetwork");
    assertThat(complete("a.ocm", pods + "deny when |\n  }\n}")).contains("pod", "any", "has");
    assertThat(
            complete("a.ocm", "hub namespace \"acme\"\npolicy p {\n  forbid Deployment where |\n}"))
        .contains("spec", "name");
    assertThat(
            complete(
                "a.ocm", "hub namespace \"acme\"\npolicy p {\n  forbid Deployment where spec.|\n}"))
        .contains("replicas");
    assertThat(
            taken(
                "a.ocm",
                pods + "deny when any c in pod.allContainers where c.securityContext.|\n  }\n}",
                "privileged"))
        .contains("where c.securityContext?.privileged\n");
    assertThat(taken("a.ocm", pods + "deny when pod.spec.hostN|\n  }\n}", "hostNetwork"))
        .contains("deny when pod.spec.hostNetwork\n");
  }

  private String codes(String file) throws InterruptedException {
    return String.join(
        " ",
        editor.diagnostics(file).stream()
            .map(each -> each.getCode().getLeft())
            .distinct()
            .toList());
  }

  @Test
  void filesThatChangeOnDiskAreReadAgain() throws Exception {
    var registered = editor.registrations.poll(30, TimeUnit.SECONDS);
    assertThat(registered.getMethod()).isEqualTo("workspace/didChangeWatchedFiles");
    assertThat(registered.getRegisterOptions().toString()).contains("*.{ocm,yaml,yml,json}");
    editor.open(
        "a.ocm",
        """
        hub namespace "acme"
        import acme.fleet (prod)
        import crd "gadget.yaml"
        placement web { from prod }
        policy p {
          inform
          severity low
          on web
          require from "shop.yaml"
          require Gadget "g" in "shop" { spec.size: 3 }
        }
        """);
    assertThat(codes("a.ocm")).contains("OCM1006", "OCM1050");
    editor.save("fleet.ocm", FLEET);
    assertThat(codes("a.ocm")).doesNotContain("OCM1006").contains("OCM1050");
    editor.save("shop.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    assertThat(editor.diagnostics("a.ocm"))
        .extracting(each -> editor.text("a.ocm", each.getRange()))
        .doesNotContain("\"shop.yaml\"")
        .contains("\"gadget.yaml\"");
    editor.save("gadget.yaml", crd("integer"));
    assertThat(codes("a.ocm")).doesNotContain("OCM1");
    editor.save("gadget.yaml", crd("string"));
    assertThat(editor.diagnostics("a.ocm"))
        .extracting(each -> editor.text("a.ocm", each.getRange()))
        .contains("3");
  }

  private static String crd(String size) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: gadgets.acme.example
        spec:
          group: acme.example
          scope: Namespaced
          names: { kind: Gadget, plural: gadgets }
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      properties:
                        size: { type: %s }
        """
        .formatted(size);
  }

  @Test
  void lensesSayWhereConstructsRun() {
    editor.open(
        "a.ocm",
        """
        hub namespace "acme"
        clusterset prod { members labelled bind to ["acme"] }
        placement web { from prod }
        policy p {
          inform
          severity low
          on web
          rule pinned {
            for each pod in AnyPod
            deny when pod.spec.hostNetwork == true
          }
        }
        fleetrule up { for each c in members(prod) expect c.available }
        """);
    var lenses = get(editor.texts().codeLens(new CodeLensParams(editor.id("a.ocm"))));
    assertThat(lenses)
        .extracting(
            each ->
                "%d %s"
                    .formatted(each.getRange().getStart().getLine(), each.getCommand().getTitle()))
        .containsExactlyInAnyOrder(
            "1 P: on the hub, by registration",
            "2 P: on the hub, by the placement controller",
            "3 N: on the hub, by the policy propagator",
            "7 N: on each cluster, by this project's agent",
            "12 H: on this project's hub");
    editor.type("a.ocm", "placement web { from nowhere }");
    assertThat(get(editor.texts().codeLens(new CodeLensParams(editor.id("a.ocm"))))).isEmpty();
  }

  private String hover(Caret caret, String words) {
    var params = new HoverParams(editor.id("a.ocm"), caret.of(words));
    var hover = get(editor.texts().hover(params));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  @Test
  void hoverShowsDocumentationAndWhatIsGenerated() {
    Caret text =
        editor.open(
            "a.ocm",
            FLEET
                + """
                param limit: Int = 3 check limit > 1
                placement web {
                  from prod
                  where label.env == "prod" and version >= v1.29
                  tolerate unreachable for 5m
                  choose limit
                }
                """);
    assertThat(hover(text, "prod\n  where"))
        .contains("cluster set prod", "Clusters of customers.", "kind: ManagedClusterSet");
    assertThat(hover(text, "tolerate"))
        .contains("**tolerate**", "# Placement.spec.tolerations[0]", "tolerationSeconds: 300");
    assertThat(hover(text, "limit\n}")).contains("param limit: Int = 3 check limit > 1");
    assertThat(hover(text, "v1.29")).contains("Version", "semver");
    assertThat(hover(text, "{")).isEmpty();
  }

  @Test
  void definitionsAndReferencesLeadAcrossFiles() {
    Caret fleet = editor.open("fleet.ocm", FLEET);
    Caret text = editor.open("a.ocm", "import acme.fleet (prod)\nplacement web { from prod }\n");
    var at = new DefinitionParams(editor.id("a.ocm"), text.of("prod }"));
    var found = get(editor.texts().definition(at)).getLeft();
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getUri()).isEqualTo(editor.uri("fleet.ocm"));
    assertThat(editor.text("fleet.ocm", found.getFirst().getRange())).isEqualTo("prod");

    var params =
        new ReferenceParams(editor.id("fleet.ocm"), fleet.of("prod {"), new ReferenceContext(true));
    assertThat(get(editor.texts().references(params)).stream().map(LanguageServerTest::place))
        .containsExactly("fleet.ocm4", "a.ocm0", "a.ocm1");
    var highlights = new DocumentHighlightParams(editor.id("a.ocm"), text.of("prod }"));
    assertThat(get(editor.texts().documentHighlight(highlights))).hasSize(2);
  }

  private static String place(Location location) {
    return location.getUri().replaceFirst(".*/", "") + location.getRange().getStart().getLine();
  }

  @Test
  void aRenameChangesAllPlacesOrNone() {
    Caret fleet = editor.open("fleet.ocm", FLEET + "clusterset edge { members labelled }\n");
    Caret text =
        editor.open(
            "a.ocm",
            """
            import acme.fleet (prod)
            hub namespace "acme"
            placement web { from prod where label.env == "prod" }
            """);
    var place = new PrepareRenameParams(editor.id("a.ocm"), text.of("prod where"));
    assertThat(get(editor.texts().prepareRename(place)).getSecond().getPlaceholder())
        .isEqualTo("prod");
    var rename = new RenameParams(editor.id("a.ocm"), text.of("prod where"), "customers");
    var edit = get(editor.texts().rename(rename));
    assertThat(editor.after(edit, "fleet.ocm")).contains("clusterset customers {");
    assertThat(editor.after(edit, "a.ocm"))
        .isEqualTo(
            """
            import acme.fleet (customers)
            hub namespace "acme"
            placement web { from customers where label.env == "prod" }
            """);

    assertRefused(fleet.of("prod {"), "edge", "declared twice");
    assertRefused(fleet.of("prod {"), "where", "a word of the language");
    assertRefused(fleet.of("prod {"), "a b", "cannot be a name");
    assertRefused(fleet.of("prod {"), "Prod", "No cluster set can be called `Prod`");
    assertRefused(fleet.of("\"acme\""), "x", "what stands in quotes");
  }

  private void assertRefused(Position at, String name, String reason) {
    assertThatThrownBy(
            () -> get(editor.texts().rename(new RenameParams(editor.id("fleet.ocm"), at, name))))
        .hasMessageContaining(reason);
  }

  @Test
  void aRenameNeverCapturesAnotherName() {
    Caret text =
        editor.open(
            "a.ocm",
            """
            param x: String = "a"
            fun f(y: List<String>): Bool = any z in y where z == x
            """);
    var rename = new RenameParams(editor.id("a.ocm"), text.of("z == x"), "x");
    assertThatThrownBy(() -> get(editor.texts().rename(rename)))
        .hasMessageContaining("`x` means something else in one of the places of `z`.");
    var free = new RenameParams(editor.id("a.ocm"), text.of("z == x"), "region");
    assertThat(editor.after(get(editor.texts().rename(free)), "a.ocm"))
        .contains("any region in y where region == x");
  }

  @Test
  void theOutlineHasAllConstructs() throws IOException {
    editor.open("a.ocm", Files.readString(Path.of("src/test/lsp/constructs.ocm")));
    StringBuilder outline = new StringBuilder();
    get(editor.texts().documentSymbol(new DocumentSymbolParams(editor.id("a.ocm"))))
        .forEach(each -> append(each.getRight(), "", outline));
    Golden.assertThat("outline.txt", outline.toString());
  }

  private static void append(DocumentSymbol symbol, String indent, StringBuilder outline) {
    outline.append(
        "%s%s (%s, %s)\n"
            .formatted(indent, symbol.getName(), symbol.getDetail(), symbol.getKind()));
    symbol.getChildren().forEach(child -> append(child, indent + "  ", outline));
  }

  @Test
  void symbolsOfTheWorkspaceAreFoundByTheirLetters() throws IOException {
    Files.writeString(folder.resolve("saved.ocm"), FLEET);
    editor
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
    editor.open("a.ocm", "placement storefront { }\n");
    var found = get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("r")));
    assertThat(found.getRight())
        .extracting(each -> each.getName())
        .containsExactly("storefront", "prod");
    var some = get(editor.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("sfr")));
    assertThat(some.getRight()).extracting(each -> each.getName()).containsExactly("storefront");
  }

  @Test
  void blocksAndCommentsFold() {
    editor.open(
        "a.ocm",
        "// one\n// two\nimport a\nimport b\nplacement p {\n  where label.a in [\n    \"x\"\n  ]\n}\n/* a\n b */\n");
    var ranges =
        get(editor.texts().foldingRange(new FoldingRangeRequestParams(editor.id("a.ocm"))));
    assertThat(ranges)
        .extracting(
            each -> "%s %d-%d".formatted(each.getKind(), each.getStartLine(), each.getEndLine()))
        .containsExactlyInAnyOrder(
            "comment 0-1", "imports 2-3", "region 4-7", "region 5-6", "comment 9-10");
  }

  @Test
  void aFileIsFormattedUnlessItIsBroken() {
    Caret text = editor.open("a.ocm", "placement p { choose 3\nfrom prod, // c\n edge }\n");
    var params = new DocumentFormattingParams(editor.id("a.ocm"), new FormattingOptions(2, true));
    assertThat(Editor.applied(text.text(), get(editor.texts().formatting(params))))
        .isEqualTo(OcmFormatter.format(new SourceFile("a", text.text())).text())
        .contains("\n  choose 3\n");
    editor.type("a.ocm", "placement p { choose 3 from");
    assertThat(get(editor.texts().formatting(params))).isEmpty();
  }

  @Test
  void fixesAreOffered() {
    Caret text = editor.open("a.ocm", "placement p {\n  tolerat unreachable for 5m\n}\n");
    Range word = new Range(text.of("tolerat"), text.of("tolerat"));
    var params = new CodeActionParams(editor.id("a.ocm"), word, new CodeActionContext(List.of()));
    var actions = get(editor.texts().codeAction(params));
    assertThat(actions).hasSize(1);
    CodeAction action = actions.getFirst().getRight();
    assertThat(action.getKind()).isEqualTo("quickfix");
    assertThat(action.getDiagnostics().getFirst().getCode().getLeft()).isEqualTo("OCM1004");
    assertThat(editor.after(action.getEdit(), "a.ocm")).contains("  tolerate unreachable");

    var all = new CodeActionContext(List.of());
    all.setOnly(List.of("source.fixAll"));
    var everything =
        new CodeActionParams(
            editor.id("a.ocm"), new Range(new Position(0, 0), new Position(9, 0)), all);
    assertThat(get(editor.texts().codeAction(everything)))
        .extracting(each -> each.getRight().getKind())
        .allMatch(kind -> kind.equals("source.fixAll.ocm"));
  }

  @Test
  void tokensSayWhatWordsAre() {
    Caret text =
        editor.open(
            "a.ocm",
            "/// doc\nparam group: String = \"x\"\nplacement from {\n"
                + "  where label.where == \"${group}!\" and version >= v1.29 // c\n}\n");
    SemanticTokens tokens =
        get(editor.texts().semanticTokensFull(new SemanticTokensParams(editor.id("a.ocm"))));
    assertThat(described(text.text(), tokens.getData()))
        .containsExactly(
            "/// doc comment",
            "param keyword",
            "group variable",
            "String type",
            "= operator",
            "\"x\" string",
            "placement keyword",
            "from class",
            "where keyword",
            "label variable",
            "where property",
            "== operator",
            "\"${ string",
            "group variable",
            "}!\" string",
            "and keyword",
            "version variable",
            ">= operator",
            "v1.29 number",
            "// c comment");
  }

  private static List<String> described(String text, List<Integer> data) {
    List<String> tokens = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += 5) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      int start = Editor.offset(text, new Position(line, column));
      String type = SemanticTokenTypes.values()[data.get(i + 3)].word();
      tokens.add(text.substring(start, start + data.get(i + 2)) + " " + type);
    }
    return tokens;
  }

  @Test
  void placementsSayHowManyClustersTheyChoose() throws Exception {
    Path fleet =
        Path.of(System.getProperty("repository.root", ".."), "examples/fleet").toAbsolutePath();
    JsonObject settings = new JsonObject();
    settings.addProperty("fleet", fleet.toString());
    editor.configure(settings);
    editor
        .server()
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
    assertThat(editor.messages.poll(30, TimeUnit.SECONDS)).isEqualTo("refreshInlayHints");
    Caret text =
        editor.open(
            "a.ocm",
            FLEET + "placement web {\n  from prod\n  where label.env == \"prod\"\n  choose 4\n}\n");
    Range whole = new Range(new Position(0, 0), new Position(99, 0));
    var hints = get(editor.texts().inlayHint(new InlayHintParams(editor.id("a.ocm"), whole)));
    assertThat(hints).hasSize(1);
    assertThat(hints.getFirst().getLabel().getLeft()).isEqualTo("4 of 60 clusters");
    assertThat(hints.getFirst().getPosition())
        .isEqualTo(text.position(text.text().indexOf("web {") + 3));
  }
}
