package org.updateall.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.updating.PlannedPlugin;
import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.UpdatesUnderWay;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.progress.PluginState;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.updating.ProgressEvent;

/**
 * Draws a line for each plugin at a terminal, and one for the whole, anew in the same place while
 * time passes. What is left of them when all is over is the summary's affair.
 */
final class LiveRunDisplay implements RunDisplay {

  private static final Duration SILENT_AFTER = Duration.ofSeconds(20);
  private static final int NARROW = 80;
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream terminal;
  private final PlannedRun plan;
  private final RunLines lines;
  private final int columns;
  private final Map<PluginName, ExecutionEnd> ends = new HashMap<>();
  private final Map<PluginName, Instant> heard = new HashMap<>();
  private final Map<PluginName, String> said = new HashMap<>();
  private @Nullable UpdatesUnderWay underWay;
  private int drawn;

  LiveRunDisplay(Session session, PlannedRun plan) {
    this.terminal = session.terminal();
    this.plan = plan;
    this.lines = new RunLines(plan);
    this.columns = session.columns(NARROW) - 1;
  }

  @Override
  public synchronized void open(UpdatesUnderWay run) {
    underWay = run;
    draw(run);
  }

  @Override
  public synchronized void started(PluginName plugin, Instant time) {
    heard.put(plugin, time);
  }

  @Override
  public synchronized void printed(PluginName plugin, Channel channel, byte[] bytes, int length) {
    UpdatesUnderWay run = underWay;
    if (run != null) {
      heard.put(plugin, run.now());
    }
    String last =
        new String(bytes, 0, length, StandardCharsets.UTF_8)
            .lines()
            .filter(RunLines::isForPeople)
            .reduce("", (first, second) -> second);
    if (!last.isEmpty()) {
      said.put(plugin, last.strip());
    }
  }

  @Override
  public synchronized void told(PluginName plugin, ProgressEvent event) {
    if (event instanceof ProgressEvent.Advanced advanced && advanced.message() != null) {
      said.put(plugin, advanced.message());
    }
  }

  @Override
  public synchronized void ended(PluginName plugin, ExecutionEnd end, Instant time) {
    ends.put(plugin, end);
  }

  @Override
  public synchronized void refresh() {
    UpdatesUnderWay run = underWay;
    if (run != null) {
      draw(run);
    }
  }

  private void draw(UpdatesUnderWay run) {
    RemainingTime remaining = run.remaining();
    List<String> text = new ArrayList<>();
    for (PlannedPlugin plugin : plan.plugins()) {
      text.add(line(plugin.name(), run, remaining));
    }
    text.add("all: " + lines.left(remaining));
    StringBuilder picture = new StringBuilder(back());
    text.forEach(line -> picture.append(CLEAR_LINE).append(cut(line)).append('\n'));
    terminal.print(picture);
    terminal.flush();
    drawn = text.size();
  }

  private String back() {
    return drawn == 0 ? "" : UP.formatted(drawn);
  }

  private String line(PluginName plugin, UpdatesUnderWay run, RemainingTime remaining) {
    PluginState state = run.state().of(plugin);
    String what;
    if (state instanceof PluginState.Running running) {
      what = lines.running(plugin, running, remaining) + lastHeard(plugin, run.now());
    } else if (state instanceof PluginState.Ended ended) {
      ExecutionEnd end = ends.get(plugin);
      what = end == null ? "ending" : RunLines.ended(end, ended.seconds());
    } else if (state instanceof PluginState.Skipped) {
      what = "skipped";
    } else {
      what = "waiting, " + lines.expected(plugin);
    }
    return "%s: %s".formatted(plugin.value(), what);
  }

  private String lastHeard(PluginName plugin, Instant now) {
    Instant last = heard.get(plugin);
    if (last != null && Duration.between(last, now).compareTo(SILENT_AFTER) > 0) {
      return "; silent for " + Quantity.seconds(Duration.between(last, now).toMillis() / 1000.0);
    }
    String words = said.get(plugin);
    return words == null ? "" : " · " + words;
  }

  private String cut(String line) {
    StringBuilder cut = new StringBuilder();
    int width = 0;
    for (int point : Text.printable(line).codePoints().toArray()) {
      String each = Character.toString(point);
      width += Text.width(each);
      if (width > columns) {
        return cut.toString();
      }
      cut.append(each);
    }
    return cut.toString();
  }

  @Override
  public synchronized void close() {
    if (underWay != null) {
      terminal.print(back() + "\r" + CLEAR_BELOW);
      terminal.flush();
      drawn = 0;
      underWay = null;
    }
  }
}
