package org.updateall.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.updateall.domain.retrieval.Measure;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a person calls a measure, and how its values are written. */
final class MeasureWord {

  /** What may follow {@code --measure}, for the help. */
  static final String CHOICES =
      "time, cpu, cpu-user, cpu-kernel, memory, memory-average, io-read, io-written, io-reads, "
          + "io-writes, received, sent, download, speed";

  private static final Map<Measure, String> WORDS = words();

  private MeasureWord() {}

  /** Reads the word, or the measure's name in JSON. */
  static final class Converter implements ITypeConverter<Measure> {

    @Override
    public Measure convert(String word) {
      for (Measure measure : Measure.values()) {
        if (word.equalsIgnoreCase(WORDS.get(measure))
            || word.equalsIgnoreCase(measure.wireName())) {
          return measure;
        }
      }
      throw new TypeConversionException("'" + word + "' is none of " + CHOICES);
    }
  }

  static String of(Measure measure) {
    return WORDS.getOrDefault(measure, measure.wireName());
  }

  /** A value of that measure with its unit. */
  static String quantity(Measure measure, double value) {
    return switch (measure.unit()) {
      case SECONDS -> Quantity.seconds(value);
      case BYTES -> Quantity.bytes(value);
      case OPERATIONS -> String.format(Locale.ROOT, "%,d", Math.round(value));
      case BYTES_PER_SECOND -> Quantity.bytes(value) + "/s";
    };
  }

  /** Seconds to the millisecond, everything else as whole numbers. */
  static Number figure(Measure measure, double value) {
    return switch (measure.unit()) {
      case SECONDS -> Json.seconds(value);
      case BYTES, OPERATIONS, BYTES_PER_SECOND -> Math.round(value);
    };
  }

  private static Map<Measure, String> words() {
    Map<Measure, String> words = new EnumMap<>(Measure.class);
    words.put(Measure.WALL_CLOCK, "time");
    words.put(Measure.CPU_TIME, "cpu");
    words.put(Measure.CPU_USER, "cpu-user");
    words.put(Measure.CPU_KERNEL, "cpu-kernel");
    words.put(Measure.MEMORY_PEAK, "memory");
    words.put(Measure.MEMORY_AVERAGE, "memory-average");
    words.put(Measure.IO_READ, "io-read");
    words.put(Measure.IO_WRITTEN, "io-written");
    words.put(Measure.IO_READ_OPERATIONS, "io-reads");
    words.put(Measure.IO_WRITE_OPERATIONS, "io-writes");
    words.put(Measure.NETWORK_RECEIVED, "received");
    words.put(Measure.NETWORK_SENT, "sent");
    words.put(Measure.DOWNLOAD_SIZE, "download");
    words.put(Measure.DOWNLOAD_SPEED, "speed");
    return words;
  }
}
