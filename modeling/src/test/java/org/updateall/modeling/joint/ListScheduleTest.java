package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.joint.ListSchedule.Course;

class ListScheduleTest {

  /** Four jobs of which the first and the second need the same mutex, 0. */
  private static final int[][] PAIR = {{0}, {0}, {}, {}};

  @Test
  void runsOneAfterAnotherOnOneWorker() {
    Course course = new ListSchedule(1, new int[3][0]).course(new double[] {2, 3, 4});

    assertEquals(9, course.makespan());
    assertEquals(5, course.begin(2));
    assertArrayEquals(new int[] {1, 1, 1}, critical(course, 3));
  }

  @Test
  void runsAllAtOnceWhereThereAreWorkersEnough() {
    Course course = new ListSchedule(9, new int[3][0]).course(new double[] {2, 5, 4});

    assertEquals(5, course.makespan());
    assertArrayEquals(new int[] {0, 1, 0}, critical(course, 3));
  }

  @Test
  void letsALaterJobGoBeforeOneThatWaitsForAMutex() {
    Course course = new ListSchedule(2, PAIR).course(new double[] {4, 3, 1, 5});

    assertEquals(0, course.begin(2));
    assertEquals(1, course.begin(3));
    assertEquals(4, course.begin(1));
    assertEquals(7, course.end(1));
  }

  /** The second job has to wait for the first, though two workers are free. */
  @Test
  void waitsForAMutexWithWorkersToSpare() {
    Course course = new ListSchedule(4, PAIR).course(new double[] {4, 3, 1, 5});

    assertEquals(7, course.makespan());
    assertArrayEquals(new int[] {1, 1, 0, 0}, critical(course, 4));
  }

  @Test
  void needsAllMutexesAtOnce() {
    int[][] chain = {{0}, {1}, {0, 1}};

    assertEquals(5, new ListSchedule(3, chain).course(new double[] {1, 3, 2}).makespan());
  }

  /** A mutex of its own for each job changes nothing, but leads another way. */
  @Test
  void comesToTheSameWithoutMutexesAsWithSuchThatNobodyShares() {
    double[] durations = {3, 0, 5, 5, 2};
    double[] loads = {7, 1, 2, 4, 8};
    Course free = new ListSchedule(5, new int[5][0]).course(durations);
    Course own = new ListSchedule(5, new int[][] {{0}, {1}, {2}, {3}, {4}}).course(durations);

    assertEquals(own.makespan(), free.makespan());
    assertArrayEquals(critical(own, 5), critical(free, 5));
    assertEquals(own.greatestLoad(loads), free.greatestLoad(loads));
    for (int job = 0; job < 5; job++) {
      assertEquals(own.begin(job), free.begin(job));
      assertEquals(own.end(job), free.end(job));
    }
  }

  /** Without mutexes a heap finds the next end; with them it is looked for among all. */
  @Test
  void comesToTheSameWithFewWorkersAsWithMutexesThatNobodyShares() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 300; trial++) {
      int jobs = 1 + random.nextInt(40);
      int workers = 1 + random.nextInt(12);
      double[] durations = random.doubles(jobs).map(u -> Math.floor(6 * u)).toArray();
      int[][] own = new int[jobs][];
      Arrays.setAll(own, job -> new int[] {job});
      Course free = new ListSchedule(workers, new int[jobs][0]).course(durations);
      Course searched = new ListSchedule(workers, own).course(durations);

      assertEquals(searched.makespan(), free.makespan());
      assertEquals(searched.last(), free.last());
      assertArrayEquals(critical(searched, jobs), critical(free, jobs));
      assertEquals(searched.greatestLoad(durations), free.greatestLoad(durations));
      for (int job = 0; job < jobs; job++) {
        assertEquals(searched.begin(job), free.begin(job));
        assertEquals(searched.end(job), free.end(job));
      }
    }
  }

  @Test
  void addsUpTheLoadsOfJobsThatOverlap() {
    Course course = new ListSchedule(2, new int[3][0]).course(new double[] {3, 5, 4});

    assertEquals(40 + 100, course.greatestLoad(new double[] {100, 40, 70}));
    assertEquals(40 + 90, course.greatestLoad(new double[] {10, 40, 90}));
  }

  @Test
  void doesNotAddUpWhatOnlyTouches() {
    Course course = new ListSchedule(1, new int[3][0]).course(new double[] {3, 0, 4});

    assertEquals(100, course.greatestLoad(new double[] {70, 100, 90}));
  }

  @Test
  void holdsWhatAnyCourseMustHold() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 500; trial++) {
      int jobs = 1 + random.nextInt(9);
      int workers = 1 + random.nextInt(4);
      double[] durations = random.doubles(jobs).map(u -> u < 0.1 ? 0 : 10 * u).toArray();
      int[][] mutexes = new int[jobs][];
      Arrays.setAll(
          mutexes, job -> random.nextBoolean() ? new int[0] : new int[] {random.nextInt(3)});

      assertPossible(
          new ListSchedule(workers, mutexes).course(durations), workers, mutexes, durations);
    }
  }

  private static void assertPossible(
      Course course, int workers, int[][] mutexes, double[] durations) {
    double work = Arrays.stream(durations).sum();
    double longest = Arrays.stream(durations).max().orElse(0);
    assertTrue(course.makespan() <= work + 1e-9);
    assertTrue(course.makespan() >= Math.max(longest, work / workers) - 1e-9);
    double[] ones = new double[durations.length];
    Arrays.fill(ones, 1);
    assertTrue(course.greatestLoad(ones) <= workers);
    for (int mutex = 0; mutex < 3; mutex++) {
      int wanted = mutex;
      double[] holders = new double[durations.length];
      Arrays.setAll(
          holders,
          job -> ones[job] * Arrays.stream(mutexes[job]).filter(each -> each == wanted).count());
      assertTrue(course.greatestLoad(holders) <= 1);
    }
    int[] critical = critical(course, durations.length);
    double chain = 0;
    for (int job = 0; job < durations.length; job++) {
      chain += critical[job] * durations[job];
    }
    assertEquals(course.makespan(), chain, 1e-9);
  }

  @Test
  void takesNoTimeWithoutJobsAndRefusesToDoWithoutWorkers() {
    assertEquals(0, new ListSchedule(2, new int[0][]).course(new double[0]).makespan());
    assertThrows(IllegalArgumentException.class, () -> new ListSchedule(0, new int[0][]));
  }

  private static int[] critical(Course course, int jobs) {
    int[] counts = new int[jobs];
    course.countCritical(counts);
    return counts;
  }
}
