package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            writer(System.out),
            writer(System.err),
            System.getenv(),
            Path.of(System.getProperty("user.home")),
            Surroundings.isInteractive(System.console()));
    int exitCode = new Program(surroundings).run(arguments);
    surroundings.out().flush();
    surroundings.err().flush();
    System.exit(exitCode);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }
}
