package org.updateall.adapters.system.importing;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * The files of a machine that a source consists of. Only regular files are ever opened, and of
 * another machine's tree only those that lie in it, wherever links lead.
 */
final class SourceFiles {

  private static final Pattern ROTATION = Pattern.compile("\\.(\\d{1,9})(?:\\.[a-z0-9]+)?$");

  /** Oldest first: rotated files by their number, greatest first, then the one written to now. */
  private static final Comparator<Path> OLDEST_FIRST =
      comparing(SourceFiles::rotation).reversed().thenComparing(Path::toString);

  private final SourceMachine machine;

  SourceFiles(SourceMachine machine) {
    this.machine = machine;
  }

  /**
   * What lies in a directory of that machine under such names, oldest first; nothing where there is
   * no such directory, or it may not be read.
   *
   * @param names matches the whole name
   */
  List<Path> in(String directory, Pattern names) {
    return in(machine.at(directory), names);
  }

  /** As {@link #in(String, Pattern)}, of a directory as it lies here. */
  List<Path> in(Path directory, Pattern names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (names.matcher(entry.getFileName().toString()).matches()) {
          found.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(OLDEST_FIRST);
    return List.copyOf(found);
  }

  /** Found, unreadable or absent, as those files are; for a source that consists of them. */
  Detection detect(List<Path> files) {
    if (files.isEmpty()) {
      return Detection.absent();
    }
    List<String> readable = files.stream().filter(this::mayBeRead).map(machine::nameOf).toList();
    List<String> all = files.stream().map(machine::nameOf).toList();
    if (readable.isEmpty()) {
      return Detection.unreadable(all, "may not be read by this user");
    }
    return readable.size() == all.size()
        ? Detection.found(all)
        : Detection.found(readable)
            .remarking(
                "%d of %d files may not be read by this user"
                    .formatted(all.size() - readable.size(), all.size()));
  }

  /**
   * Hands on the lines of a file, decompressed if its name ends in {@code .gz}. Where the file
   * cannot be read, or not to its end, that is skipped and said.
   *
   * @return whether it was read to its end
   */
  boolean eachLine(Path file, SightingSink sink, LineVisitor visitor) {
    return eachLine(file, UnaryOperator.identity(), sink, visitor);
  }

  /**
   * As {@link #eachLine(Path, SightingSink, LineVisitor)}, of a file whose bytes are encoded.
   *
   * @param decoding what gives the bytes of the text
   */
  boolean eachLine(
      Path file, UnaryOperator<InputStream> decoding, SightingSink sink, LineVisitor visitor) {
    try (InputStream input = decoding.apply(open(file))) {
      LogLines.read(input, visitor);
      return true;
    } catch (IOException e) {
      sink.skip(new SkippedRecord(machine.nameOf(file), null, reason(e)));
      return false;
    }
  }

  /**
   * The bytes of a file, decompressed if its name ends in {@code .gz}.
   *
   * @throws IOException also if it is no regular file, or lies outside of the machine's tree
   */
  InputStream open(Path file) throws IOException {
    requireOwn(file);
    InputStream raw = Files.newInputStream(file);
    if (!file.getFileName().toString().endsWith(".gz")) {
      return raw;
    }
    try {
      return new GZIPInputStream(raw, 1 << 16);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * @throws IOException if it is no regular file, or lies outside of the machine's tree
   */
  void requireOwn(Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.startsWith(machine.root().toRealPath())) {
      throw new IOException("it is a link that leads out of " + machine.root());
    }
    if (!Files.isRegularFile(real)) {
      throw new IOException("it is not a regular file");
    }
  }

  /** Why a file cannot be read, as the rest of a sentence. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "may not be read by this user";
    }
    if (failure instanceof NoSuchFileException) {
      return "is no longer there";
    }
    return "cannot be read: "
        + (failure.getMessage() == null
            ? failure.getClass().getSimpleName()
            : failure.getMessage());
  }

  private boolean mayBeRead(Path file) {
    try {
      requireOwn(file);
      return Files.isReadable(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static int rotation(Path file) {
    Matcher matcher = ROTATION.matcher(file.getFileName().toString());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
