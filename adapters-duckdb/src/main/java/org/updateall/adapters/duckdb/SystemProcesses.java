package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.journal.ProcessIdentity;

/**
 * The processes of the operating system. Linux tells of them in {@code /proc}: the start of the
 * machine, where process ids count, and when a process began, in ticks since then. Elsewhere Java
 * tells when a process began.
 */
final class SystemProcesses implements Processes {

  private static final Logger LOG = LoggerFactory.getLogger(SystemProcesses.class);

  /** Of the fields of stat that follow the name of the program, in parentheses, which is which. */
  private static final int STATE = 0;

  private static final int START_TICKS = 19;
  private static final String ENDED_BUT_UNREAPED = "ZX";

  private final Path proc;
  private volatile @Nullable ProcessIdentity self;

  @Inject
  SystemProcesses() {
    this(Path.of("/proc"));
  }

  SystemProcesses(Path proc) {
    this.proc = proc;
  }

  @Override
  public ProcessIdentity self() {
    ProcessIdentity known = self;
    if (known == null) {
      long pid = ProcessHandle.current().pid();
      known =
          new ProcessIdentity(
              hostname(), bootId(), processNamespace(), pid, start(pid).getOrNull());
      self = known;
    }
    return known;
  }

  @Override
  public Option<ProcessIdentity> running(long pid) {
    ProcessIdentity here = self();
    return isRunning(pid)
        ? Option.some(
            new ProcessIdentity(
                here.hostname(),
                here.bootId(),
                here.processNamespace(),
                pid,
                start(pid).getOrNull()))
        : Option.none();
  }

  private boolean isRunning(long pid) {
    return knowsProcesses()
        ? Files.exists(proc.resolve(Long.toString(pid)))
            && !stat(pid).exists(fields -> ENDED_BUT_UNREAPED.contains(fields[STATE]))
        : ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private Option<String> start(long pid) {
    return knowsProcesses()
        ? stat(pid).map(fields -> fields[START_TICKS])
        : Option.ofOptional(
            ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toString));
  }

  private boolean knowsProcesses() {
    return Files.isReadable(proc.resolve("self/stat"));
  }

  /** The fields after the name of the program, which may itself hold blanks and parentheses. */
  private Option<String[]> stat(long pid) {
    return text(proc.resolve(pid + "/stat"))
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
        .filter(fields -> fields.length > START_TICKS);
  }

  private String hostname() {
    return text(proc.resolve("sys/kernel/hostname"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .getOrElse(SystemProcesses::hostnameByAddress);
  }

  private static String hostnameByAddress() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      LOG.debug("This machine has no name", e);
      return "localhost";
    }
  }

  private @Nullable String bootId() {
    return text(proc.resolve("sys/kernel/random/boot_id")).map(String::strip).getOrNull();
  }

  private @Nullable String processNamespace() {
    try {
      return Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
    } catch (IOException e) {
      LOG.debug("It is not known where process ids count", e);
      return null;
    }
  }

  /** What a file of the system says; none if it is not there, or its process has just ended. */
  private static Option<String> text(Path file) {
    try {
      return Option.some(Files.readString(file));
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Option.none();
    }
  }
}
