package org.updateall.adapters.plugins;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.StepOutcome;
import org.updateall.domain.updating.StepReader;

/**
 * Reads the output of a step by the messages of the external plugin protocol, on either channel,
 * and by the patterns of a declaration.
 */
final class StepOutputReader implements StepReader {

  /** Lines longer than this are none that a declaration means, and not searched. */
  private static final int MAX_SEARCHED = 10_000;

  private final OutputPatterns patterns;
  private final PhaseTrack phases;
  private final StepPhase phase;
  private final boolean tellsMessages;
  private final Map<Channel, LineSplitter> splitters = new EnumMap<>(Channel.class);
  private @Nullable Integer updatedLines;
  private @Nullable Integer updatedSum;
  private @Nullable Long fetched;

  /**
   * @param phase the phase of the step
   */
  StepOutputReader(StepPhase phase, OutputPatterns patterns) {
    this.phase = phase;
    this.patterns = patterns;
    this.phases = new PhaseTrack();
    Pattern progress = patterns.progress();
    this.tellsMessages = progress != null && Patterns.groups(progress).contains("message");
    for (Channel channel : Channel.values()) {
      splitters.put(channel, new LineSplitter());
    }
  }

  @Override
  public synchronized List<ProgressEvent> accept(Channel channel, byte[] bytes, int length) {
    List<ProgressEvent> events = new ArrayList<>();
    splitter(channel).accept(bytes, length, line -> take(line, events));
    return events;
  }

  @Override
  public synchronized List<ProgressEvent> ended(int exitCode) {
    List<ProgressEvent> events = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      splitter(channel).end(line -> take(line, events));
    }
    phases.closeAll(exitCode, events);
    return events;
  }

  @Override
  public synchronized StepOutcome outcome() {
    Integer updated = updatedSum == null ? updatedLines : updatedSum;
    return new StepOutcome(
        updated == null ? phases.packagesUpdated() : updated,
        fetched == null ? phases.bytesDownloaded() : fetched);
  }

  private LineSplitter splitter(Channel channel) {
    return splitters.computeIfAbsent(channel, first -> new LineSplitter());
  }

  private void take(String line, List<ProgressEvent> events) {
    if (ProtocolLine.isMessage(line)) {
      ProtocolLine.parse(line).forEach(message -> phases.take(message, events));
    } else if (line.length() <= MAX_SEARCHED) {
      search(PlainText.of(line), events);
    }
  }

  private void search(String line, List<ProgressEvent> events) {
    if (finds(patterns.updatedNone(), line)) {
      updatedLines = updatedLines == null ? (Integer) 0 : updatedLines;
    }
    if (finds(patterns.updatedLine(), line)) {
      updatedLines = updatedLines == null ? 1 : updatedLines + 1;
    }
    if (patterns.updatedSum() != null) {
      sum(patterns.updatedSum().matcher(line));
    }
    if (patterns.fetched() != null) {
      fetch(patterns.fetched().matcher(line));
    }
    if (patterns.progress() != null) {
      advance(patterns.progress(), line, events);
    }
  }

  private static boolean finds(@Nullable Pattern pattern, String line) {
    return pattern != null && pattern.matcher(line).find();
  }

  /** A line without any number says nothing, and one with a number that is none neither. */
  private void sum(Matcher matcher) {
    if (!matcher.find()) {
      return;
    }
    int sum = 0;
    boolean counts = false;
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null && group.matches("\\d{1,7}")) {
        sum += Integer.parseInt(group);
        counts = true;
      }
    }
    if (counts) {
      updatedSum = sum;
    }
  }

  private void fetch(Matcher matcher) {
    if (matcher.find() && matcher.group("size") != null) {
      ByteSize.parse(matcher.group("size"))
          .peek(bytes -> fetched = fetched == null ? bytes : (Long) (fetched + bytes));
    }
  }

  private void advance(Pattern pattern, String line, List<ProgressEvent> events) {
    Matcher matcher = pattern.matcher(line);
    if (matcher.find() && matcher.group("percent") != null) {
      String message = tellsMessages ? matcher.group("message") : null;
      phases.take(ProtocolLine.progress(phase, matcher.group("percent"), message), events);
    }
  }
}
