package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The machine whose memory of past updates is read: this one, or a tree that holds another's files.
 *
 * @param root the directory that is {@code /} there; absolute and normalised
 * @param homes the home directories whose files may be read, below the root
 * @param zone the zone of times that the machine wrote without one
 * @param now the time at which it is read
 * @param programs what programs here print
 */
public record SourceMachine(
    Path root, List<Path> homes, ZoneId zone, Instant now, ProgramOutput programs) {

  /**
   * @throws IllegalArgumentException if the root is not absolute and normalised
   */
  public SourceMachine {
    homes = List.copyOf(homes);
    requireNonNull(zone, "zone");
    requireNonNull(now, "now");
    requireNonNull(programs, "programs");
    if (!root.isAbsolute() || !root.equals(root.normalize())) {
      throw new IllegalArgumentException("the root is not absolute and normalised: " + root);
    }
  }

  /** Whether it is the machine that this program runs on, so that its programs may be asked. */
  public boolean isThisOne() {
    return root.getNameCount() == 0;
  }

  /** Where a file of that machine lies here. */
  public Path at(String absolute) {
    return root.resolve(absolute.startsWith("/") ? absolute.substring(1) : absolute);
  }

  /** What the machine itself calls a file that lies here: without the root. */
  public String nameOf(Path file) {
    return isThisOne() || !file.startsWith(root) ? file.toString() : "/" + root.relativize(file);
  }
}
