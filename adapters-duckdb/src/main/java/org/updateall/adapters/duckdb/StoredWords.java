package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.Provenance;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.retrieval.AnnouncedMeasure;

/** The words in the tables, each of which must be one that this program writes. */
final class StoredWords {

  private StoredWords() {}

  static ExecutionStatus status(String word) {
    return known("status", word, ExecutionStatus.fromWireName(word));
  }

  static StepPhase phase(String word) {
    return known("phase", word, StepPhase.fromName(word));
  }

  static Coverage coverage(String word) {
    return known("coverage", word, Coverage.fromWireName(word));
  }

  /** Where an execution is known from; absent where no log told of it. */
  static @Nullable Provenance provenance(
      @Nullable String source, @Nullable String coverage, @Nullable Boolean ambiguousTime) {
    return source == null
        ? null
        : new Provenance(
            source,
            coverage == null ? Coverage.WHOLE : coverage(coverage),
            ambiguousTime != null && ambiguousTime);
  }

  static Target target(String word) {
    return known("target", word, Target.fromWireName(word));
  }

  static Basis basis(String word) {
    return known("basis", word, named(Basis.values(), Basis::wireName, word));
  }

  static IntervalBasis intervalBasis(String word) {
    return known(
        "interval basis", word, named(IntervalBasis.values(), IntervalBasis::wireName, word));
  }

  static AnnouncedMeasure announcedMeasure(String word) {
    return known("measure", word, AnnouncedMeasure.fromWireName(word));
  }

  private static <T> Option<T> named(T[] values, Function<T, String> name, String word) {
    return Option.ofOptional(
        Arrays.stream(values).filter(value -> name.apply(value).equals(word)).findFirst());
  }

  private static <T> T known(String what, String word, Option<T> meaning) {
    return meaning.getOrElseThrow(
        () -> new IllegalArgumentException("%s '%s' is unknown".formatted(what, word)));
  }
}
