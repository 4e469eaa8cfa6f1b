package org.updateall.cli;

import io.vavr.control.Option;

/** Asks the person at the terminal. */
@FunctionalInterface
interface Prompt {

  /** Nobody is there to be asked. */
  Prompt NOBODY = question -> Option.none();

  /** The line that is answered; none if nobody answers. */
  Option<String> ask(String question);
}
