package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.updateall.domain.history.LegacyHistoryWriter;
import org.updateall.domain.history.Run;

/**
 * Writes a history.json in the layout of the Python update-all: beside its place and then moved
 * into it. Readable by its owner only.
 *
 * <p>Where a store on that file has left its lock, the lock is taken. Elsewhere nobody of ours
 * writes to it, and no lock file is left beside it; a store that begins at that very moment looks,
 * before it replaces the file, whether it still is what it was.
 */
final class JsonLegacyHistoryWriter implements LegacyHistoryWriter {

  private final Duration patience;

  /**
   * @param patience how long to wait for others who write to the file
   */
  JsonLegacyHistoryWriter(Duration patience) {
    this.patience = patience;
  }

  @Override
  public long write(Path file, Source runs) {
    try {
      Path place = realPath(file);
      Replacement.makeDirectory(Replacement.directoryOf(place));
      return Files.exists(SidecarLock.beside(place))
          ? SidecarLock.whileHeld(place, patience, () -> replace(place, runs))
          : replace(place, runs);
    } catch (IOException failure) {
      throw Breakdown.of(file, failure);
    }
  }

  private static long replace(Path place, Source runs) throws IOException {
    try (Replacement replacement = Replacement.of(place)) {
      long count = write(replacement.output(), runs);
      replacement.force();
      replacement.install();
      return count;
    }
  }

  /** The file itself, where its name is that of a link, so that the link stays. */
  static Path realPath(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
  }

  private static long write(OutputStream output, Source runs) throws IOException {
    Listing listing = new Listing(output);
    try {
      runs.visit(run -> add(run, listing));
    } catch (WriteFailure failure) {
      throw failure.getCause();
    }
    listing.end();
    return listing.count();
  }

  private static void add(Run run, Listing listing) {
    try {
      listing.add(PythonJson.of(RunDocument.of(run), 1).getBytes(US_ASCII));
    } catch (IOException failure) {
      throw new WriteFailure(failure);
    }
  }

  /** What a visitor may throw, told apart from what the source itself throws. */
  private static final class WriteFailure extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    WriteFailure(IOException cause) {
      super(cause);
    }
  }
}
