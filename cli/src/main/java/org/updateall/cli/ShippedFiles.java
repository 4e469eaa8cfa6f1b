package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.updateall.cli.CompletionCommand.Shell;
import picocli.CommandLine;

/**
 * Writes what packages bring along beside the program: completions and manual pages, each below the
 * folder {@code share} where systems look for it. Called while packages are made.
 */
public final class ShippedFiles {

  private ShippedFiles() {}

  /**
   * @param arguments the folder {@code share}
   * @throws IOException if something cannot be written there
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one folder is expected");
    }
    writeTo(Path.of(arguments[0]));
  }

  static void writeTo(Path share) throws IOException {
    Map<Shell, String> places =
        Map.of(
            Shell.BASH, "bash-completion/completions/update-all",
            Shell.ZSH, "zsh/vendor-completions/_update-all",
            Shell.FISH, "fish/vendor_completions.d/update-all.fish");
    for (Map.Entry<Shell, String> place : places.entrySet()) {
      write(
          share.resolve(place.getValue()),
          CompletionCommand.script(place.getKey(), commandLine(share)));
    }
    for (Map.Entry<String, String> page : ManualPage.all(commandLine(share)).entrySet()) {
      writePacked(share.resolve("man/man1").resolve(page.getKey() + ".gz"), page.getValue());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  private static void writePacked(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      packed.write(text.getBytes(UTF_8));
    }
  }

  /** The command line as it is, of which nothing is ever run. */
  static CommandLine commandLine(Path home) {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    return CommandLines.of(
        new UpdateAllCommand(
            new Surroundings(nobody, nobody, Map.of(), home, false, null),
            settings -> {
              throw new IllegalStateException("nothing is to be run");
            },
            answer -> {}),
        Subcommands.everyOne());
  }
}
