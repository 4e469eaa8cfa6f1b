package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;

/**
 * Keeps what plugins said in a small JSON file that its owner alone can read. A file that cannot be
 * read, is damaged, or is of another program or version counts as none, and is replaced the next
 * time.
 *
 * <p>A new file is written whole beside the old one and put in its place by renaming, so that
 * readers see either. Of two processes that write at the same time, what one has kept may be lost.
 */
final class FilePreflightCache implements PreflightCache {

  private static final Logger LOG = LoggerFactory.getLogger(FilePreflightCache.class);

  /** No file of ours is nearly as large. */
  private static final long MOST_BYTES = 4_000_000;

  private final Path file;

  FilePreflightCache(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void keep(List<PreflightReport> reports, Instant asked) {
    try {
      replace(PreflightDocument.write(CachedPreflight.after(recall(), reports, asked)));
    } catch (IOException e) {
      LOG.debug("what plugins said is not kept in {}", file, e);
    }
  }

  @Override
  public synchronized Map<PluginName, CachedPreflight> recall() {
    try {
      boolean ours = Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES;
      return ours ? PreflightDocument.read(Files.readString(file)).getOrElse(Map.of()) : Map.of();
    } catch (IOException e) {
      LOG.debug("what plugins said cannot be read from {}", file, e);
      return Map.of();
    }
  }

  /** A temporary file is made for its owner alone where the file system knows owners. */
  private void replace(String text) throws IOException {
    Path folder = file.resolveSibling("");
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, ".preflight-", ".json");
    try {
      Files.write(written, text.getBytes(UTF_8));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }
}
