package org.updateall.application;

/** Is told how far a piece of work has come. Called by one thread at a time. */
public interface Progress {

  /** As many steps as nobody knows. */
  long UNKNOWN = -1;

  /**
   * A piece of work begins; it ends whatever piece came before it.
   *
   * @param work what is being done, for a user to read
   * @param steps how many steps it has; {@link #UNKNOWN} where nobody can say, and then none is
   *     told
   */
  void begin(String work, long steps);

  /** One step is done. */
  void advance();

  /** The last piece of work is done. */
  void end();

  /** Nobody wants to know. */
  static Progress none() {
    return new Progress() {
      @Override
      public void begin(String work, long steps) {}

      @Override
      public void advance() {}

      @Override
      public void end() {}
    };
  }
}
