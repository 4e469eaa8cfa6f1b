package org.updateall.domain.updating;

import java.util.List;
import org.updateall.domain.metering.Channel;

/**
 * Reads what one run of a step prints, piece by piece, and says what that means. Its memory does
 * not grow with what is printed. Safe for several threads, as the channels are read by one each.
 */
public interface StepReader {

  /**
   * Takes the next bytes of a channel, cut anywhere.
   *
   * @param bytes the first {@code length} of them count
   * @return what they tell, in order
   */
  List<ProgressEvent> accept(Channel channel, byte[] bytes, int length);

  /**
   * The program has ended; phases that it left open end with it.
   *
   * @param exitCode what it ended with
   * @return what that, and a last line without an end, tell
   */
  List<ProgressEvent> ended(int exitCode);

  /** What has come of it so far. */
  StepOutcome outcome();
}
