package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ID=debian | apt",
        "ID=raspbian;ID_LIKE=debian | apt",
        "ID=linuxmint;ID_LIKE=\"ubuntu debian\" | apt",
        "NAME=\"ID=arch\";ID='fedora' | dnf",
        "ID=\"rocky\";ID_LIKE=\"rhel centos fedora\" | dnf",
        "ID=\"opensuse-tumbleweed\";ID_LIKE=\"opensuse suse\" | zypper",
        "ID_LIKE=debian;ID=arch | pacman",
        "ID=endeavouros;ID_LIKE=arch | pacman"
      })
  void tellsByTheNameOfTheSystemOrOfWhatItIsLike(String lines, String plugin) throws IOException {
    write("etc/os-release", lines.replace(';', '\n'));

    assertEquals(plugin, Distribution.plugin(Trees.machine(root)).get().value());
  }

  @Test
  void looksWhereSystemsKeepIt() throws IOException {
    write("usr/lib/os-release", "ID=debian\n");
    assertEquals("apt", Distribution.plugin(Trees.machine(root)).get().value());

    write("etc/os-release", "ID=arch\n");
    assertEquals("pacman", Distribution.plugin(Trees.machine(root)).get().value());
  }

  @Test
  void doesNotGuess() throws IOException {
    assertTrue(Distribution.plugin(Trees.machine(root)).isEmpty());

    write("etc/os-release", "NAME=debian\nID=alpine\nVERSION_ID=debian\n");
    assertTrue(Distribution.plugin(Trees.machine(root)).isEmpty());
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(root.resolve("etc"));
    Files.createDirectories(root.resolve("usr/lib"));
    Files.writeString(path, text);
  }
}
