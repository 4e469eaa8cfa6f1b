package org.updateall.modeling.interval;

/** What a method of intervals remembers: plain values that can be stored and read back. */
public interface IntervalMethodState {

  /** Which method it is of. */
  IntervalKind kind();

  /**
   * The method that goes on from there.
   *
   * @param reference what errors of other series have been like, for methods that ask
   */
  IntervalMethod resumed(ReferenceErrors reference);
}
