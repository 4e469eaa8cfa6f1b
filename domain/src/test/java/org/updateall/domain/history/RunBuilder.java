package org.updateall.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a run for a test, see {@link Runs#run()}. */
public final class RunBuilder {

  private RunId runId = Runs.id(1);
  private Instant start = Runs.NOON;
  private @Nullable Instant end = Runs.NOON.plus(Duration.ofMinutes(1));
  private String hostname = "workstation";
  private @Nullable String username;
  private @Nullable String configHash;
  private final List<ExecutionBuilder> executions = new ArrayList<>();
  private @Nullable Instant createdAt;

  RunBuilder() {}

  public RunBuilder number(int number) {
    runId = Runs.id(number);
    return this;
  }

  public RunBuilder identifiedBy(RunId id) {
    runId = id;
    return this;
  }

  /** Begins then, and ends a minute later unless said otherwise. */
  public RunBuilder startingAt(Instant time) {
    start = time;
    end = time.plus(Duration.ofMinutes(1));
    return this;
  }

  public RunBuilder startingAt(String time) {
    return startingAt(Instant.parse(time));
  }

  public RunBuilder endingAt(Instant time) {
    end = time;
    return this;
  }

  public RunBuilder endingAt(String time) {
    return endingAt(Instant.parse(time));
  }

  public RunBuilder unended() {
    end = null;
    return this;
  }

  public RunBuilder on(String host) {
    hostname = host;
    return this;
  }

  public RunBuilder by(String user) {
    username = user;
    return this;
  }

  public RunBuilder withConfiguration(String hash) {
    configHash = hash;
    return this;
  }

  /** Adds executions, in this order. */
  public RunBuilder executing(ExecutionBuilder... more) {
    executions.addAll(List.of(more));
    return this;
  }

  public RunBuilder createdAt(Instant time) {
    createdAt = time;
    return this;
  }

  public Run build() {
    List<PluginExecution> built = new ArrayList<>();
    for (ExecutionBuilder execution : executions) {
      built.add(execution.build(runId, built.size()));
    }
    return new Run(runId, start, end, hostname, username, configHash, built, createdAt);
  }
}
