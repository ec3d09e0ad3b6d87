import * as path from "node:path";
import { ExtensionContext, commands, window, workspace } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions, Trace } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** The command that `ocm.path` names: a bare name is looked up on the PATH, other paths begin at the workspace. */
function command(): string {
  const configured = workspace.getConfiguration("ocm").get<string>("path")?.trim() || "ocm";
  const isPath = configured.includes("/") || configured.includes("\\");
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  return isPath && folder !== undefined ? path.resolve(folder, configured) : configured;
}

async function start(): Promise<void> {
  const run = { command: command(), args: ["lsp", "--stdio"] };
  const server: ServerOptions = { run, debug: run };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "ocm" }],
    initializationOptions: { fleet: workspace.getConfiguration("ocm").get("fleet") },
    // Which files are watched, the server says itself.
    synchronize: { configurationSection: "ocm" },
  };
  client = new LanguageClient("ocm", "OCM language server", server, options);
  try {
    await client.start();
    await client.setTrace(Trace.fromString(workspace.getConfiguration("ocm").get("trace.server", "off")));
  } catch {
    const choice = await window.showErrorMessage(
      `The language server \`${run.command} lsp\` did not start. Set \`ocm.path\` to the ocm command.`,
      "Open settings",
    );
    if (choice !== undefined) {
      await commands.executeCommand("workbench.action.openSettings", "ocm.path");
    }
  }
}

export async function activate(context: ExtensionContext): Promise<void> {
  const restart = async (): Promise<void> => {
    await deactivate();
    await start();
  };
  context.subscriptions.push(
    commands.registerCommand("ocm.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("ocm.path")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.isRunning()) {
    await running.stop();
  }
}
