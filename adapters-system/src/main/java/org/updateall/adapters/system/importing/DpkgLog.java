package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.DpkgCall.Kind;
import org.updateall.adapters.system.importing.LocalTimes.Moment;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.SightedStep;
import org.updateall.domain.importing.Sighting;

/**
 * One file of dpkg's log: calls that follow each other, of which the beginning stands there and the
 * end does not. A call ends with its last line. Where that left a package halfway the call failed
 * or was cut off after it, nobody knows when.
 */
final class DpkgLog {

  private static final String STARTUP = "startup ";

  /** A call whose last line left nothing halfway and is older than that has ended. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final LogReading reading;
  private final LocalTimes times;
  private final Instant now;
  private @Nullable DpkgCall open;
  private boolean begun;

  DpkgLog(LogReading reading, LocalTimes times, Instant now) {
    this.reading = reading;
    this.times = times;
    this.now = now;
  }

  /** Hands on what the file tells. */
  void read(Path file) {
    boolean whole = reading.eachLine(file, this::line);
    if (open != null && !whole) {
      reading.skip(open.line(), "breaks off where the file can be read no further");
    } else {
      close(true);
    }
  }

  private void line(String line, long number) {
    if (!DpkgCall.isDated(line)) {
      return;
    }
    String message = DpkgCall.message(line);
    if (message.startsWith(STARTUP)) {
      close(false);
      open = new DpkgCall(number, line, Kind.of(message.substring(STARTUP.length())));
    } else if (open != null) {
      open.add(line);
    } else if (!begun) {
      reading.skip(number, "does not say when dpkg was started, up to the next line that does");
    }
    begun = true;
  }

  private void close(boolean isLast) {
    DpkgCall call = open;
    open = null;
    if (call == null) {
      return;
    }
    if (call.kind() == Kind.OTHER) {
      reading.skip(call.line(), "is a call of dpkg that changes no package");
    } else if (call.start().isEmpty() || call.end().isEmpty()) {
      reading.skip(call.line(), "has no date that can be read");
    } else {
      take(call, isLast);
    }
  }

  private void take(DpkgCall call, boolean isLast) {
    Moment start = times.next(call.start().get());
    Option<Moment> configuring = call.firstConfiguration().map(times::next);
    Moment end = times.next(call.end().get());
    if (!reading.believes(call.line(), start.instant(), end.instant())) {
      return;
    }
    if (isLast && mayGoOn(call, start.instant(), end.instant())) {
      reading.skip(call.line(), "has no end yet and may still be under way");
      return;
    }
    Instant known = call.isSettled() ? end.instant() : null;
    Instant divided = within(configuring, start, end);
    Sighting.Builder builder =
        builder(call)
            .ambiguousTime(start.ambiguous() || end.ambiguous())
            .steps(steps(call, start.instant(), divided, known));
    reading.take(
        call.line(),
        known == null
            ? builder.cutOff(start.instant())
            : builder
                .packagesUpdated(packages(call))
                .ended(ExecutionStatus.SUCCESS, start.instant(), known));
  }

  /** When it began to configure; absent where it did not, or the clock was set meanwhile. */
  private static @Nullable Instant within(Option<Moment> moment, Moment start, Moment end) {
    return moment
        .map(Moment::instant)
        .filter(time -> !time.isBefore(start.instant()) && !time.isAfter(end.instant()))
        .getOrNull();
  }

  private boolean mayGoOn(DpkgCall call, Instant start, Instant end) {
    return call.isSettled() ? end.isAfter(now.minus(SILENCE)) : reading.mayBeUnderWay(start);
  }

  private Sighting.Builder builder(DpkgCall call) {
    String identity = reading.identity(call.start().get().toString(), call.fingerprint());
    return Sighting.builder(DpkgImporter.ID, identity, new PluginName("apt"), Extent.PART);
  }

  /** What was installed or upgraded; unknown of what only configures. */
  private static @Nullable Integer packages(DpkgCall call) {
    return call.kind() == Kind.CONFIGURE ? null : call.packages();
  }

  private static List<SightedStep> steps(
      DpkgCall call, Instant start, @Nullable Instant configuring, @Nullable Instant end) {
    return switch (call.kind()) {
      case UNPACK -> List.of(step("unpack", start, end));
      case CONFIGURE -> List.of(step("configure", start, end));
      case REMOVE -> List.of(step("remove", start, end));
      case INSTALL ->
          configuring == null
              ? List.of(step("unpack", start, end))
              : List.of(step("unpack", start, configuring), step("configure", configuring, end));
      case OTHER -> List.of();
    };
  }

  private static SightedStep step(String name, Instant start, @Nullable Instant end) {
    return new SightedStep(name, StepPhase.EXECUTE, start, end, ResourceUsage.unmeasured());
  }
}
