package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** The program. */
public final class Main {

  private static final String HEADLESS = "java.awt.headless";

  private Main() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // What is printed is the same everywhere, digits and all.
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true"); // Pictures go to files; no display is asked for them.
    }
    UnsetLogging.use();
    RememberedFailure output = new RememberedFailure(new FileOutputStream(FileDescriptor.out));
    Map<String, String> environment = System.getenv();
    Console console = System.console();
    boolean interactive = Surroundings.isInteractive(console);
    boolean watched = Surroundings.isErrorWatched(interactive);
    Surroundings surroundings =
        new Surroundings(
            writer(output),
            writer(System.err),
            environment,
            Surroundings.home(environment, System.getProperty("user.home")),
            interactive,
            watched ? System.err : null,
            output,
            new FileOutputStream(FileDescriptor.err),
            Surroundings.prompt(console, interactive && watched));
    int exitCode = new Program(surroundings).run(arguments);
    surroundings.out().flush();
    output.failure().forEach(surroundings::complain);
    surroundings.err().flush();
    System.exit(output.isComplete() ? exitCode : Math.max(exitCode, ExitCode.NOT_AS_HOPED));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, UTF_8);
  }
}
