package org.updateall.domain.retrieval;

import java.util.function.Supplier;

/**
 * Port: lets the questions that one thread asks one after another share one opening of the store,
 * for opening it costs more than most answers. Meanwhile nobody can write to it; so what takes long
 * lets go of it first. Safe for use by several threads, each of which shares by itself.
 */
public interface SharedReading {

  /**
   * Does what asks the questions. The first one opens the store, which stays open until this
   * returns or throws, until {@link #letGo}, or until this thread writes; the next question after
   * that opens it again. Within another one it makes no difference.
   */
  <T> T share(Supplier<T> questions);

  /** Closes the store, if this thread holds it open. */
  void letGo();

  /** For a store that nothing holds open. */
  static SharedReading none() {
    return new SharedReading() {
      @Override
      public <T> T share(Supplier<T> questions) {
        return questions.get();
      }

      @Override
      public void letGo() {}
    };
  }
}
