package io.openclustermanagement.cli;

import io.openclustermanagement.dsl.diagnostic.Code;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is saved when this program itself is wrong, so that the terminal shows no stack trace. */
final class BugReport {
  private BugReport() {}

  /** Saves the details in a new file and gives the message that names it. */
  static String save(Session session, Throwable mistake) {
    String head = "error[%s]: This is a mistake of ocm, not of yours.\n";
    return head.formatted(Code.INTERNAL_ERROR.id()) + where(session, details(session, mistake));
  }

  private static String where(Session session, String details) {
    try {
      Path report = Files.createTempFile(directory(session), "ocm-report-", ".txt");
      Files.writeString(report, details);
      return "help: send us the report that is saved in " + report + "\n";
    } catch (IOException e) {
      return "help: the report could not be saved; run again with TMPDIR set to a writable directory.\n";
    }
  }

  private static Path directory(Session session) {
    String wanted = session.variable("TMPDIR");
    return Path.of(wanted.isEmpty() ? System.getProperty("java.io.tmpdir") : wanted);
  }

  private static String details(Session session, Throwable mistake) {
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    writer.printf("ocm %s%njava %s%n", Version.TEXT, Runtime.version());
    writer.printf("arguments %s%n%n", session.arguments());
    mistake.printStackTrace(writer);
    return text.toString();
  }
}
