package org.updateall.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.UpdatesUnderWay;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.metering.Channel;

/**
 * Says in lines what happens, and from time to time what is left: as often as it has changed by a
 * fifth, or a minute has passed.
 */
final class PlainRunDisplay implements RunDisplay {

  private static final double NEWS = 0.2;
  private static final double LEAST_NEWS_SECONDS = 5;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

  private final Session session;
  private final RunLines lines;
  private final Map<PluginName, Instant> started = new HashMap<>();
  private final Map<String, StringBuilder> unfinished = new HashMap<>();
  private @Nullable UpdatesUnderWay underWay;
  private @Nullable Instant said;
  private double saidLeft;

  PlainRunDisplay(Session session, PlannedRun plan) {
    this.session = session;
    this.lines = new RunLines(plan);
  }

  @Override
  public synchronized void open(UpdatesUnderWay run) {
    underWay = run;
    sayWhatIsLeft(run);
  }

  @Override
  public synchronized void started(PluginName plugin, Instant time) {
    started.put(plugin, time);
    say(plugin, "started, " + lines.expected(plugin));
  }

  @Override
  public synchronized void printed(PluginName plugin, Channel channel, byte[] bytes, int length) {
    if (!session.verbose()) {
      return;
    }
    StringBuilder line =
        unfinished.computeIfAbsent(plugin.value() + channel, first -> new StringBuilder());
    for (char each : new String(bytes, 0, length, StandardCharsets.UTF_8).toCharArray()) {
      if (each == '\n' || each == '\r') {
        finish(plugin, line);
      } else {
        line.append(each);
      }
    }
  }

  private void finish(PluginName plugin, StringBuilder line) {
    if (RunLines.isForPeople(line.toString())) {
      session.remark("%s | %s".formatted(plugin.value(), line));
    }
    line.setLength(0);
  }

  @Override
  public synchronized void ended(PluginName plugin, ExecutionEnd end, Instant time) {
    unfinished.forEach(
        (name, line) -> {
          if (name.startsWith(plugin.value())) {
            finish(plugin, line);
          }
        });
    double seconds = Duration.between(started.getOrDefault(plugin, time), time).toMillis() / 1000.0;
    say(plugin, RunLines.ended(end, seconds));
    if (RunLines.isBad(end) && end.errorMessage() != null) {
      say(plugin, end.errorMessage());
    }
  }

  private void say(PluginName plugin, String what) {
    session.remark("%s: %s".formatted(plugin.value(), what));
  }

  @Override
  public synchronized void refresh() {
    UpdatesUnderWay run = underWay;
    if (run == null) {
      return;
    }
    double left = run.remaining().whole().map(whole -> whole.point()).getOrElse(saidLeft);
    boolean news = Math.abs(left - saidLeft) > Math.max(LEAST_NEWS_SECONDS, NEWS * saidLeft);
    boolean silent =
        said == null || Duration.between(said, run.now()).compareTo(LONGEST_SILENCE) > 0;
    if (news || silent) {
      sayWhatIsLeft(run);
    }
  }

  private void sayWhatIsLeft(UpdatesUnderWay run) {
    said = run.now();
    saidLeft = run.remaining().whole().map(whole -> whole.point()).getOrElse(0.0);
    session.remark(lines.left(run.remaining()));
  }

  @Override
  public synchronized void close() {
    underWay = null;
  }
}
