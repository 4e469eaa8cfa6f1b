package org.updateall.domain.importing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine has a source of past updates.
 *
 * @param state whether it is there, and may be read
 * @param places the files or programs that it would be read from; empty where there is none
 * @param remark what people should know of it: why it cannot be read and what to do; absent where
 *     there is nothing to say
 */
public record Detection(State state, List<String> places, @Nullable String remark) {

  /** Whether a source is there. */
  public enum State {
    /** It is there, and some of it at least may be read. */
    FOUND,
    /** The machine has no such source. */
    ABSENT,
    /** It is there, and may not be read. */
    UNREADABLE
  }

  public Detection {
    requireNonNull(state, "state");
    places = List.copyOf(places);
  }

  /** It can be read from there. */
  public static Detection found(List<String> places) {
    return new Detection(State.FOUND, places, null);
  }

  /** There is none. */
  public static Detection absent() {
    return new Detection(State.ABSENT, List.of(), null);
  }

  /** It is there, but cannot be read. */
  public static Detection unreadable(List<String> places, String remark) {
    return new Detection(State.UNREADABLE, places, remark);
  }

  /** The same with something to say of it. */
  public Detection remarking(String what) {
    return new Detection(state, places, what);
  }
}
