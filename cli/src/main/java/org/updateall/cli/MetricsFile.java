package org.updateall.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file for the textfile collector of node_exporter: there whole or as it was before, on the disk
 * before it is named so, and for everyone to read, since the collector is another user.
 */
final class MetricsFile {

  /** The collector reads what ends so, and no draft does. */
  private static final String ENDING = ".prom";

  private static final String FIRST_LINE = "# HELP update_all_";

  private final OutputFile place;

  MetricsFile(Path file) {
    this.place = new OutputFile(file, "file of metrics", line -> line.startsWith(FIRST_LINE));
  }

  /** Whether node_exporter takes files of that name. */
  boolean isCollected() {
    return place.file().toString().endsWith(ENDING);
  }

  /** Complains if nothing can be written there; the exit code that follows from it. */
  int check(Session session) {
    return place.check(session);
  }

  /** Writes the file, or complains; the exit code that follows from it. */
  int write(Session session, String text) {
    return place.write(session, draft -> write(draft, text));
  }

  private static void write(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    if (Files.getFileStore(draft).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
