package org.updateall.domain.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Old histories kept in memory: a test says beforehand what lies under which path. A path of which
 * nothing was said is refused, as a missing file is.
 */
public final class InMemoryLegacyHistory implements LegacyHistory, LegacyHistoryWriter {

  private final Map<Path, Content> files = new HashMap<>();

  private record Content(
      List<Run> records,
      List<QuarantinedRecord> quarantined,
      @Nullable Function<Path, FileRefused> refusal) {

    /** Each identity once, as its last record has it, in the order of those. */
    List<Run> runs() {
      Map<RunId, Run> last = new LinkedHashMap<>();
      for (Run run : records) {
        last.remove(run.runId());
        last.put(run.runId(), run);
      }
      return List.copyOf(last.values());
    }

    String sha256() {
      try {
        byte[] text = (records + " " + quarantined).getBytes(UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    LegacySurvey survey(Path file) {
      List<Run> runs = runs();
      return new LegacySurvey(
          file,
          sha256(),
          records.toString().length(),
          records.size() + quarantined.size(),
          runs.size(),
          runs.stream().mapToLong(Run::totalPlugins).sum(),
          records.size() - runs.size(),
          quarantined.size(),
          quarantined.subList(0, Math.min(quarantined.size(), LegacySurvey.MAX_QUARANTINED)));
    }
  }

  /** From now on the file holds these runs. */
  public void put(Path file, List<Run> runs) {
    put(file, runs, List.of());
  }

  /** From now on the file holds these runs, and records that cannot be read. */
  public synchronized void put(Path file, List<Run> runs, List<QuarantinedRecord> quarantined) {
    files.put(file, new Content(List.copyOf(runs), List.copyOf(quarantined), null));
  }

  /** From now on the file is no old history. */
  public synchronized void putRefused(Path file, String place, String reason, String remedy) {
    files.put(
        file,
        new Content(List.of(), List.of(), path -> new FileRefused(path, place, reason, remedy)));
  }

  @Override
  public synchronized Either<FileRefused, LegacySurvey> survey(Path file, LegacyReading reading) {
    Content content = files.get(file);
    if (content == null) {
      return Either.left(new FileRefused(file, "", "there is no such file", "Check the name."));
    }
    return content.refusal == null
        ? Either.right(content.survey(file))
        : Either.left(content.refusal.apply(file));
  }

  @Override
  public Iterator<Run> runs(LegacySurvey survey, LegacyReading reading) {
    return new Iterator<>() {

      private @Nullable Iterator<Run> runs;

      @Override
      public boolean hasNext() {
        return opened().hasNext();
      }

      @Override
      public Run next() {
        return opened().next();
      }

      private Iterator<Run> opened() {
        if (runs == null) {
          runs = surveyed(survey).runs().iterator();
        }
        return runs;
      }
    };
  }

  @Override
  public synchronized Path backUp(LegacySurvey survey, Path directory) {
    Content content = surveyed(survey);
    Path copy = directory.resolve("history-" + survey.sha256().substring(0, 16) + ".json");
    files.put(copy, content);
    return copy;
  }

  @Override
  public long write(Path file, Source runs) {
    List<Run> written = new ArrayList<>();
    runs.visit(run -> written.add(asTheFormatHasIt(run)));
    put(file, written, List.of());
    return written.size();
  }

  private static Run asTheFormatHasIt(Run run) {
    return new Run(
        run.runId(),
        run.startTime(),
        run.endTime(),
        run.hostname(),
        run.username(),
        run.configHash(),
        run.executions().stream().map(InMemoryLegacyHistory::asTheFormatHasIt).toList(),
        null);
  }

  private static PluginExecution asTheFormatHasIt(PluginExecution execution) {
    return PluginExecution.builder(
            execution.executionId(), execution.runId(), execution.pluginName(), execution.status())
        .times(execution.startTime(), execution.endTime())
        .packages(execution.packagesUpdated(), execution.packagesTotal())
        .errorMessage(execution.errorMessage())
        .exitCode(execution.exitCode())
        .build();
  }

  private synchronized Content surveyed(LegacySurvey survey) {
    Content content = files.get(survey.file());
    if (content == null || !content.sha256().equals(survey.sha256())) {
      throw new LegacyFileChanged(survey.file(), null);
    }
    return content;
  }
}
