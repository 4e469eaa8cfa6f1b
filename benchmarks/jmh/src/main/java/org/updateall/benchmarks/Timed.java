package org.updateall.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * A state that notes how much processor time each single operation took; see {@link WorkerTime}.
 */
@State(Scope.Thread)
public abstract class Timed {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Object LOCK = new Object();

  private static SampleBuffer noted = new SampleBuffer();

  private long begin;

  /** Whoever prepares each operation calls this again when that is done. */
  @Setup(Level.Invocation)
  public void begin() {
    begin = THREADS.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Invocation)
  public void end() {
    long nanos = THREADS.getCurrentThreadCpuTime() - begin;
    synchronized (LOCK) {
      noted.add(nanos);
    }
  }

  /** What was noted since the last call. */
  static SampleBuffer taken() {
    synchronized (LOCK) {
      SampleBuffer taken = noted;
      noted = new SampleBuffer();
      return taken;
    }
  }
}
