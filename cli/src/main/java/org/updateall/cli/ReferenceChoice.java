package org.updateall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.ErrorReference;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.history.FileRefused;
import picocli.CommandLine.Option;

/** What errors of other series have been like: which table of that is used. */
final class ReferenceChoice {

  private static final String OTHERS = "others";
  private static final String REMEDY = "Make such a table by update-all reference";

  @Option(
      names = "--reference",
      paramLabel = "FILE|others",
      description =
          "What intervals rest on while a series has few errors of its own: a table that reference "
              + "wrote, or for each series what was learned from all sources of the input but its "
              + "own, by the column source (default: the table that comes with update-all).")
  private @Nullable String reference;

  /** Whether each series is to be told by the other sources. */
  boolean isOthers() {
    return OTHERS.equals(reference);
  }

  /** The options with the table that is named, or why it cannot be used. */
  Either<List<FileRefused>, ForecastOptions> on(ForecastOptions options, UpdateAll updateAll) {
    return reference == null || isOthers()
        ? Either.right(options)
        : read(Path.of(reference), updateAll).map(options::withReference);
  }

  private static Either<List<FileRefused>, ErrorReference> read(Path file, UpdateAll updateAll) {
    try {
      return updateAll
          .readReference(Files.readString(file, UTF_8))
          .mapLeft(unreadable -> refused(file, unreadable.reason()));
    } catch (CharacterCodingException e) {
      return Either.left(refused(file, "this is no text in UTF-8"));
    } catch (IOException e) {
      return Either.left(
          refused(
              file, "it cannot be read (%s)".formatted(Text.inWords(new UncheckedIOException(e)))));
    }
  }

  private static List<FileRefused> refused(Path file, String reason) {
    return List.of(new FileRefused(file, "", reason, REMEDY));
  }
}
