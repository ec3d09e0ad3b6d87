package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Option;
import io.openclustermanagement.cli.args.Usage;
import io.openclustermanagement.cli.lsp.StdioServer;
import java.util.List;

/** {@code ocm lsp}. */
final class LspCommand implements Command {

  @Override
  public Usage usage() {
    return new Usage(
        "lsp",
        "",
        "Serves an editor over standard input and output (Language Server Protocol).",
        List.of(Option.flag("--stdio", "as it does anyway; editors say so")),
        List.of("", "Editors start it; docs/editors.md says how to set them up."));
  }

  @Override
  public ExitCode run(Run run) {
    return StdioServer.serve(run.session()) ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
  }
}
