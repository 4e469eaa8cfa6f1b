package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;

/**
 * An update, or a part of one, that a source remembers.
 *
 * @param importer which importer read it
 * @param nativeId what tells it apart from everything else that this source ever held on that
 *     machine; derived from what the source says alone, so that it stays the same when the source
 *     grows or rotates
 * @param plugin the plugin whose work it was, such as {@code apt}, whichever program asked for it
 * @param extent how much of the update the source saw
 * @param status how it ended; {@code FAILED} also for what was cut off
 * @param start when it began
 * @param end when it ended, not before the start; absent if it was cut off
 * @param ambiguousTime whether a time of it was written in a local hour that the clock went through
 *     twice
 * @param packagesUpdated how many packages it updated, if the source tells
 * @param packagesAnnounced how many packages were known to be at hand before the work began, where
 *     the source fixed that beforehand
 * @param exitCode what the program ended with, if the source tells
 * @param errorMessage what went wrong, if the source tells
 * @param steps its steps in their order, as far as the source tells them apart
 * @param usage what all of it used together, beside what its steps tell; without an elapsed time,
 *     which is that from start to end
 */
public record Sighting(
    String importer,
    String nativeId,
    PluginName plugin,
    Extent extent,
    ExecutionStatus status,
    Instant start,
    @Nullable Instant end,
    boolean ambiguousTime,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesAnnounced,
    @Nullable Integer exitCode,
    @Nullable String errorMessage,
    List<SightedStep> steps,
    ResourceUsage usage) {

  /**
   * @throws IllegalArgumentException if the identity is empty, the status is not one of what is
   *     over, the end is before the start, a count is negative, or the usage holds an elapsed time
   */
  public Sighting {
    requireNonNull(importer, "importer");
    requireNonNull(plugin, "plugin");
    requireNonNull(extent, "extent");
    requireNonNull(start, "start");
    steps = List.copyOf(steps);
    if (nativeId.isEmpty()) {
      throw new IllegalArgumentException("a sighting without an identity");
    }
    if (!status.isFinishedAttempt()) {
      throw new IllegalArgumentException("%s is no end of an update".formatted(status));
    }
    if (end != null && end.isBefore(start)) {
      throw new IllegalArgumentException("it ended at %s before %s".formatted(end, start));
    }
    requireNotNegative("packages updated", packagesUpdated);
    requireNotNegative("packages announced", packagesAnnounced);
    if (usage.wallClockSeconds() != null) {
      throw new IllegalArgumentException("the elapsed time of a sighting is that of its times");
    }
  }

  /** Begins a sighting of which only this much is known; everything else is absent. */
  public static Builder builder(
      String importer, String nativeId, PluginName plugin, Extent extent) {
    return new Builder(importer, nativeId, plugin, extent);
  }

  private static void requireNotNegative(String what, @Nullable Integer count) {
    if (count != null && count < 0) {
      throw new IllegalArgumentException("%s is negative: %d".formatted(what, count));
    }
  }

  /** Collects what a source tells of an update. */
  public static final class Builder {

    private final String importer;
    private final String nativeId;
    private final PluginName plugin;
    private final Extent extent;
    private boolean ambiguousTime;
    private @Nullable Integer packagesUpdated;
    private @Nullable Integer packagesAnnounced;
    private @Nullable Integer exitCode;
    private @Nullable String errorMessage;
    private List<SightedStep> steps = List.of();
    private ResourceUsage usage = ResourceUsage.unmeasured();

    private Builder(String importer, String nativeId, PluginName plugin, Extent extent) {
      this.importer = importer;
      this.nativeId = nativeId;
      this.plugin = plugin;
      this.extent = extent;
    }

    public Builder ambiguousTime(boolean ambiguous) {
      this.ambiguousTime = ambiguous;
      return this;
    }

    public Builder packagesUpdated(@Nullable Integer count) {
      this.packagesUpdated = count;
      return this;
    }

    public Builder packagesAnnounced(@Nullable Integer count) {
      this.packagesAnnounced = count;
      return this;
    }

    public Builder exitCode(@Nullable Integer code) {
      this.exitCode = code;
      return this;
    }

    public Builder errorMessage(@Nullable String message) {
      this.errorMessage = message;
      return this;
    }

    public Builder steps(List<SightedStep> all) {
      this.steps = all;
      return this;
    }

    public Builder usage(ResourceUsage all) {
      this.usage = all;
      return this;
    }

    /**
     * The sighting of what ended.
     *
     * @throws IllegalArgumentException as the record's constructor does
     */
    public Sighting ended(ExecutionStatus status, Instant start, Instant end) {
      return build(status, start, end);
    }

    /**
     * The sighting of what was cut off: it failed, and when is not known.
     *
     * @throws IllegalArgumentException as the record's constructor does
     */
    public Sighting cutOff(Instant start) {
      return build(ExecutionStatus.FAILED, start, null);
    }

    private Sighting build(ExecutionStatus status, Instant start, @Nullable Instant end) {
      return new Sighting(
          importer,
          nativeId,
          plugin,
          extent,
          status,
          start,
          end,
          ambiguousTime,
          packagesUpdated,
          packagesAnnounced,
          exitCode,
          errorMessage,
          steps,
          usage);
    }
  }
}
