package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.cli.CompletionCommand.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells and man are told of the commands; .ci/completion-test asks the real ones. */
final class CompletionTest {

  @TempDir private Path home;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aShellIsToldOfAllCommandsWhateverTheWordsMean(Shell shell) {
    assertEquals(ExitCode.DONE, run("completion", shell.name().toLowerCase(Locale.ROOT)));

    Subcommands.everyOne()
        .keySet()
        .forEach(command -> assertTrue(out.toString().contains(command), command));
    assertTrue(out.toString().contains("repair"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void zshFindsWhatItIsFor() {
    run("completion", "zsh");
    assertTrue(out.toString().startsWith("#compdef update-all\n"));
  }

  @Test
  void anotherShellIsRefused() {
    assertEquals(ExitCode.WRONG_USAGE, run("completion", "tcsh"));
  }

  @Test
  void fishIsToldOfEveryOptionOnce() {
    String script = FishCompletion.of(ShippedFiles.commandLine(home));

    assertEquals(1, script.lines().filter(line -> line.contains("-l 'db' ")).count());
    assertTrue(script.contains("-n '__update_all_at db prune' -l 'keep' -x "), script);
    assertTrue(script.contains("-l 'no-preflight'"), script);
    assertTrue(script.contains("-l 'output' -r -F"), script);
    assertTrue(script.contains("-l 'log-format' -x -a 'text json'"), script);
    assertFalse(script.contains("-a 'reference'"), "hidden");
  }

  @Test
  void namesAndDescriptionsCannotBreakFish() {
    String script = FishCompletion.of(hostile());

    assertTrue(script.contains("-d 'it\\'s a \\\\ \"$HOME\" of 5 %'"), script);
    assertTrue(script.contains("-d '.begins with a dot'"), script);
  }

  @Test
  void everyCommandThatHelpListsHasAPage() {
    Map<String, String> pages = ManualPage.all(ShippedFiles.commandLine(home));

    for (String command : Subcommands.everyOne().keySet()) {
      boolean listed = !command.equals("help") && !command.equals("reference");
      assertEquals(listed, pages.containsKey("update-all-" + command + ".1"), command);
    }
    String prune = pages.getOrDefault("update-all-db-prune.1", "");
    assertTrue(prune.contains("\nupdate\\-all\\-db\\-prune \\- Forget runs"), prune);
    assertTrue(prune.contains(".TP\n.B \\-\\-keep SPAN\nHow much to keep"), prune);
    assertTrue(prune.contains("\nupdate\\-all db prune \\-\\-keep 90d\n"), prune);
    assertTrue(prune.contains("\\fBupdate\\-all\\-db\\fR(1)"), prune);
    assertFalse(prune.contains(".SH EXIT STATUS"), prune);
    String root = pages.getOrDefault("update-all.1", "");
    assertTrue(root.contains(".SH EXIT STATUS\n.TP\n.B 0\ndone\n"), root);
    String estimate = pages.getOrDefault("update-all-estimate.1", "");
    assertTrue(estimate.contains(".B \\-\\-[no\\-]preflight\n"), estimate);
  }

  @Test
  void descriptionsCannotBreakAPage() {
    String page = ManualPage.all(hostile()).getOrDefault("odd.1", "");

    assertTrue(page.contains("\nit's a \\e \"$HOME\" of 5 %.\n"), page);
    assertTrue(page.contains("\n\\&.begins with a dot\n"), page);
  }

  @Test
  void packagesBringFilesToWhereSystemsLookForThem() throws IOException {
    ShippedFiles.main(new String[] {home.toString()});

    for (String file :
        new String[] {
          "bash-completion/completions/update-all",
          "zsh/vendor-completions/_update-all",
          "fish/vendor_completions.d/update-all.fish"
        }) {
      assertTrue(Files.size(home.resolve(file)) > 1000, file);
    }
    try (GZIPInputStream page =
        new GZIPInputStream(
            Files.newInputStream(home.resolve("man/man1/update-all-metrics.1.gz")))) {
      String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.startsWith(".TH \"UPDATE\\-ALL\\-METRICS\" 1"), text);
    }
    assertThrows(IllegalArgumentException.class, () -> ShippedFiles.main(new String[0]));
  }

  private static CommandLine hostile() {
    CommandSpec spec = CommandSpec.create().name("odd");
    spec.usageMessage().description("it's a \\ \"$HOME\" of 5 %%.");
    spec.addOption(OptionSpec.builder("--dot").description(".begins with a dot").build());
    CommandSpec below = CommandSpec.create().name("below");
    below.usageMessage().description("it's a \\ \"$HOME\" of 5 %%.");
    return new CommandLine(spec.addSubcommand("below", below));
  }

  private int run(String... words) {
    Surroundings surroundings =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), Map.of(), home, false, null);
    int exitCode = new Program(surroundings).run(words);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }
}
