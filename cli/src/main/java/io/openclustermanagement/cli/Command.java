package io.openclustermanagement.cli;

import io.openclustermanagement.cli.args.Usage;

/** One of the words that can stand behind {@code ocm}. */
interface Command {

  /** How it is used. */
  Usage usage();

  /**
   * Does it.
   *
   * @throws io.openclustermanagement.cli.args.UsageException when the arguments do not go together
   * @throws OutsideException when a file cannot be read or written
   */
  ExitCode run(Run run);
}
