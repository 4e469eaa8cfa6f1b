package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SourceMachine;

/** The tree of another machine, as a test lays it out. */
final class LogTree {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Path root;

  LogTree(Path root) {
    this.root = root;
  }

  /** That machine at noon on the twentieth of November 2026, where clocks are as in Berlin. */
  SourceMachine machine() {
    return machineAt(NOW);
  }

  SourceMachine machineAt(Instant now) {
    return new SourceMachine(
        root, List.of(root.resolve("home/ann")), BERLIN, now, ScriptedPrograms.none());
  }

  LogTree write(String file, String text) {
    return write(file, text.getBytes(UTF_8));
  }

  LogTree write(String file, byte[] bytes) {
    try {
      Files.write(parentMade(file), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogTree gzip(String file, String text) {
    return write(file, gzipped(text));
  }

  /** Compressed, of which the last bytes are missing. */
  LogTree truncatedGzip(String file, String text) {
    byte[] all = gzipped(text);
    return write(file, Arrays.copyOf(all, all.length - 12));
  }

  /** A named pipe that nobody ever writes to. */
  LogTree pipe(String file) {
    try {
      Process made = new ProcessBuilder("mkfifo", parentMade(file).toString()).inheritIO().start();
      if (made.waitFor() != 0) {
        throw new IllegalStateException("there is no mkfifo");
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  LogTree link(String file, Path target) {
    try {
      Files.createSymbolicLink(parentMade(file), target);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogTree directory(String file) {
    try {
      Files.createDirectories(parentMade(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes every permission from a file. */
  LogTree lock(String file) {
    try {
      Files.setPosixFilePermissions(at(file), PosixFilePermissions.fromString("---------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a file one that was last written to at that time. */
  LogTree touch(String file, Instant time) {
    try {
      Files.setLastModifiedTime(at(file), FileTime.from(time));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogTree delete(String file) {
    try {
      Files.delete(at(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path at(String file) {
    return root.resolve(file.substring(1));
  }

  private Path parentMade(String file) throws IOException {
    Files.createDirectories(at(file).getParent());
    return at(file);
  }

  private static byte[] gzipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
      compressed.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
