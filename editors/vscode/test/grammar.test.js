// Colours the example files of the project and looks at what some words are taken for.
"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const oniguruma = require("vscode-oniguruma");
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate");

const root = path.join(__dirname, "..");
const examples = path.join(root, "..", "..", "examples", "language");
const wasm = fs.readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
const library = oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength)).then(() => ({
  createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text) => new oniguruma.OnigString(text),
}));
const grammarFile = path.join(root, "syntaxes", "ocm.tmLanguage.json");
const registry = new Registry({
  onigLib: library,
  loadGrammar: async () => parseRawGrammar(fs.readFileSync(grammarFile, "utf8"), grammarFile),
});

/** The innermost scope of each token of a text, as `token scope`. */
async function scopes(text) {
  const grammar = await registry.loadGrammar("source.ocm");
  let state = INITIAL;
  const found = [];
  for (const line of text.split("\n")) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      const word = line.substring(token.startIndex, token.endIndex).trim();
      if (word !== "") {
        found.push(`${word} ${token.scopes.at(-1).replace(/\.ocm$/, "")}`);
      }
    }
  }
  return found;
}

function assertHas(found, ...expected) {
  for (const each of expected) {
    assert.ok(found.includes(each), `no "${each}" in\n${found.join("\n")}`);
  }
}

test("keywords, names and values of a placement", async () => {
  const found = await scopes(
    'placement web-eu {\n  from prod\n  where not label.where in ["a"] and version >= v1.29 // x\n  choose 25%\n  sort by name\n}',
  );
  assertHas(
    found,
    "placement keyword.other.declaration",
    "web-eu entity.name.type",
    "from keyword.other.clause",
    "where keyword.control",
    "not keyword.operator.word",
    "where variable.other.property",
    "and keyword.operator.word",
    "v1.29 constant.numeric.version",
    "// x comment.line.double-slash",
    "25% constant.numeric",
    "sort keyword.other.clause",
    "by keyword.other",
    "name keyword.other",
  );
});

test("interpolations and resources", async () => {
  const found = await scopes('require Pod@v1 "x" {\n  spec.template.status: "a ${pod.name}!"\n  until 2026-12-31\n}');
  assertHas(
    found,
    "Pod@v1 entity.name.type",
    "spec.template.status variable.other.property",
    "name variable.other.property",
    "2026-12-31 constant.other.date",
  );
});

for (const file of fs.readdirSync(examples, { recursive: true }).filter((each) => each.endsWith(".ocm"))) {
  test(`${file} is coloured to its end`, async () => {
    const text = fs.readFileSync(path.join(examples, file), "utf8");
    const found = await scopes(text + "\nplacement last {}");
    assertHas(found, "placement keyword.other.declaration", "last entity.name.type");
    const strings = found.filter((each) => each.includes("string.quoted")).join("");
    assert.ok(!strings.includes("policy "), "a string is never closed");
  });
}
