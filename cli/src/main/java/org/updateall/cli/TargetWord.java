package org.updateall.cli;

import org.updateall.domain.forecast.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a person calls a target. */
final class TargetWord {

  /** What may follow {@code --metric}, for the help. */
  static final String CHOICES = "wall, cpu, memory, download";

  private TargetWord() {}

  /** Reads the word, that of {@code --measure}, or the target's name in JSON. */
  static final class Converter implements ITypeConverter<Target> {

    @Override
    public Target convert(String word) {
      for (Target target : Target.values()) {
        if (word.equalsIgnoreCase(of(target))
            || word.equalsIgnoreCase(MeasureWord.of(target.measure()))
            || word.equalsIgnoreCase(target.wireName())) {
          return target;
        }
      }
      throw new TypeConversionException("'" + word + "' is none of " + CHOICES);
    }
  }

  static String of(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "wall";
      case CPU_TIME -> "cpu";
      case MEMORY_PEAK -> "memory";
      case DOWNLOAD_SIZE -> "download";
    };
  }

  /** In a sentence. */
  static String inWords(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "elapsed time";
      case CPU_TIME -> "CPU time";
      case MEMORY_PEAK -> "memory peak";
      case DOWNLOAD_SIZE -> "download size";
    };
  }
}
