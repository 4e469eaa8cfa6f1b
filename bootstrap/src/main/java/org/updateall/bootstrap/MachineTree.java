package org.updateall.bootstrap;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.importing.SourceMachine;

/**
 * A tree that holds another machine's files, such as a mounted disk or a backup.
 *
 * @param machine how its logs are read
 * @param hostname what the machine calls itself; absent if the tree does not tell
 */
public record MachineTree(SourceMachine machine, @Nullable String hostname) {

  /** A host name is no longer than that. */
  private static final int MAX_HOSTNAME_BYTES = 300;

  private static final int MAX_HOMES = 1000;

  public MachineTree {
    requireNonNull(machine, "machine");
  }

  /**
   * @throws UncheckedIOException if there is no such directory
   */
  static MachineTree of(Path root, @Nullable ZoneId zone, Instant now, ProgramOutput programs) {
    try {
      Path tree = root.toRealPath();
      if (!Files.isDirectory(tree)) {
        throw new NotDirectoryException(root.toString());
      }
      return new MachineTree(
          new SourceMachine(tree, homes(tree), zone == null ? zone(tree) : zone, now, programs),
          hostname(tree));
    } catch (IOException e) {
      throw new UncheckedIOException("there is no directory " + root, e);
    }
  }

  private static List<Path> homes(Path root) {
    List<Path> homes = new ArrayList<>();
    homes.add(root.resolve("root"));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve("home"))) {
      for (Path home : entries) {
        if (homes.size() < MAX_HOMES && Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
          homes.add(home);
        }
      }
    } catch (IOException e) {
      return List.copyOf(homes);
    }
    return List.copyOf(homes);
  }

  /**
   * That of the link {@code etc/localtime}, by which programs go, else of {@code etc/timezone},
   * which may be out of date, else this machine's.
   */
  private static ZoneId zone(Path root) {
    String linked = linkedZone(root);
    try {
      String name = linked == null ? firstLine(root, "etc/timezone") : linked;
      return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneId.systemDefault();
    }
  }

  private static @Nullable String linkedZone(Path root) {
    try {
      String target = Files.readSymbolicLink(root.resolve("etc/localtime")).toString();
      int place = target.indexOf("zoneinfo/");
      return place < 0 ? null : target.substring(place + "zoneinfo/".length());
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static @Nullable String hostname(Path root) {
    String name = firstLine(root, "etc/hostname");
    return name != null && name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,254}") ? name : null;
  }

  /** Of a small regular file of the tree. */
  private static @Nullable String firstLine(Path root, String name) {
    Path file = root.resolve(name);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > MAX_HOSTNAME_BYTES) {
        return null;
      }
      return Files.readString(file).lines().findFirst().map(String::strip).orElse(null);
    } catch (IOException e) {
      return null;
    }
  }
}
