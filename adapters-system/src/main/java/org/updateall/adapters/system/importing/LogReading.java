package org.updateall.adapters.system.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Option;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * One reading of a source that consists of log files: it knows which file is being read, what times
 * can be believed, and which identities were given already.
 */
final class LogReading {

  private static final Pattern OTHER_COMPRESSION = Pattern.compile(".*\\.(?:xz|bz2|zst|lzma|lz4)");

  private final SourceMachine machine;
  private final SightingSink sink;
  private final @Nullable Instant since;
  private final SourceFiles files;
  private final Set<String> given = new HashSet<>();
  private final Map<String, Integer> sameTime = new HashMap<>();
  private String place = "";
  private String lastStamp = "";

  LogReading(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    this.machine = machine;
    this.since = since;
    this.sink = sink;
    this.files = new SourceFiles(machine);
  }

  /**
   * From now on that is meant where something is skipped.
   *
   * @param source what is read that is no file, such as a program
   */
  void of(String source) {
    place = PlainText.of(source);
    sameTime.clear();
  }

  /**
   * Hands on the lines of a file, which is from now on what is meant where something is skipped.
   *
   * @return whether it was read to its end
   */
  boolean eachLine(Path file, LineVisitor visitor) {
    return eachLineOf(file, UnaryOperator.identity(), visitor);
  }

  /**
   * As {@link #eachLine}, of a file whose bytes are encoded.
   *
   * @param decoding what gives the bytes of the text
   */
  boolean eachLineOf(Path file, UnaryOperator<InputStream> decoding, LineVisitor visitor) {
    place = PlainText.of(machine.nameOf(file));
    sameTime.clear();
    if (OTHER_COMPRESSION.matcher(place).matches()) {
      skip(null, "is compressed in a way that cannot be read; decompress it first");
      return false;
    }
    return files.eachLine(file, decoding, sink, visitor);
  }

  /**
   * Of the file that is being read, what begins in that line is left out.
   *
   * @param line absent where the whole file is meant, or what it leaves open
   */
  void skip(@Nullable Long line, String reason) {
    sink.skip(new SkippedRecord(place, line, reason));
  }

  /**
   * Whether an update can have begun and ended then; where not, it is skipped.
   *
   * @param end absent where it is not known
   */
  boolean believes(@Nullable Long line, Instant start, @Nullable Instant end) {
    Option<String> objection = new RecordedSpan(start, end).objection(machine.now());
    objection.peek(reason -> skip(line, reason));
    return objection.isEmpty();
  }

  /** Whether what began then, and has no end, may not be over yet. */
  boolean mayBeUnderWay(Instant start) {
    return new RecordedSpan(start, null).mayBeUnderWay(machine.now());
  }

  /** Whether that line was too long to be read as a whole. */
  static boolean isCut(String line) {
    return line.length() >= LogLines.MAX_LINE_BYTES / 4
        && line.getBytes(UTF_8).length >= LogLines.MAX_LINE_BYTES;
  }

  /**
   * An identity made of what a record says: the same in whichever file it stands. Records of the
   * same time and text that follow each other in a file are told apart by their number.
   *
   * @param stamp the time at which the record begins
   */
  String identity(String stamp, String fingerprint) {
    if (!stamp.equals(lastStamp)) {
      sameTime.clear();
    }
    lastStamp = stamp;
    int number = sameTime.merge(fingerprint, 1, Integer::sum);
    String identity = stamp + "-" + fingerprint;
    return number == 1 ? identity : identity + "-" + number;
  }

  /** Hands an update on, unless it began earlier than asked, or stood in a file before. */
  void take(@Nullable Long line, Sighting sighting) {
    if (since != null && sighting.start().isBefore(since)) {
      return;
    }
    if (given.add(sighting.nativeId())) {
      sink.take(sighting);
    } else {
      skip(line, "stands in this source twice");
    }
  }
}
