package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.fleet.SizeClass;

final class LinuxProfileSourceTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NAME=\"Debian GNU/Linux\";VERSION_ID=\"12\";ID=debian | debian-12",
        "ID='ubuntu';VERSION_ID='24.04' | ubuntu-24.04",
        "ID=alpine;VERSION_ID=3.19.1 | alpine-3.19",
        "ID=rocky;VERSION_ID=9.3 | rocky-9.3",
        "ID=arch;BUILD_ID=rolling | arch",
        "ID=opensuse-tumbleweed;VERSION_ID=20261129 | opensuse-tumbleweed",
        "ID_LIKE=debian;VERSION_ID=3 | unknown",
        "ID=a b/c;VERSION_ID=3 | unknown",
        "ID= | unknown"
      })
  void namesTheDistributionAndItsVersion(String lines, String system) throws IOException {
    write("etc/os-release", lines.replace(';', '\n'));

    assertEquals(system, traits(1).operatingSystem());
  }

  @Test
  void looksWhereSystemsKeepIt() throws IOException {
    write("usr/lib/os-release", "ID=fedora\nVERSION_ID=43\n");

    assertEquals("fedora-43", traits(1).operatingSystem());
  }

  @Test
  void readsHowMuchMemoryThereIs() throws IOException {
    write("proc/meminfo", "MemTotal:       32594820 kB\nMemFree:         1234 kB\n");

    assertEquals(32594820L * 1024, traits(12).memoryBytes());
    assertEquals(SizeClass.LARGE, new LinuxProfileSource(root, 12).profile().size());
  }

  @Test
  void takesWhatItCannotReadForUnknown() throws IOException {
    assertEquals(new HostTraits(HostProfile.UNKNOWN_SYSTEM, 3, null), traits(3));

    write("proc/meminfo", "MemTotal: much\nMemTotal: 0 kB\n");
    Files.createDirectories(root.resolve("etc/os-release"));
    assertEquals(HostProfile.UNKNOWN, new LinuxProfileSource(root, 3).profile());
  }

  @Test
  void tellsOfThisMachineTheSameEachTime() {
    LinuxProfileSource here = LinuxProfileSource.here();

    assertEquals(here.traits(), here.traits());
    assertNotNull(here.traits().processors());
  }

  private HostTraits traits(int processors) {
    return new LinuxProfileSource(root, processors).traits();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
