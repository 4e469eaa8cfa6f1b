package org.updateall.adapters.plugins;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What in the output of a step tells how it goes, and what has come of it. Each is looked for in
 * each line; those that are absent tell nothing.
 *
 * @param updatedSum a line that counts packages; its groups are numbers that are added up, and of
 *     several such lines the last one counts
 * @param updatedLine a line that tells of one package that was updated
 * @param updatedNone a line that says that none was
 * @param fetched a line that tells in its group {@code size} how much was downloaded; of several
 *     lines the sum
 * @param progress a line with the groups {@code percent} and, perhaps, {@code message}
 */
record OutputPatterns(
    @Nullable Pattern updatedSum,
    @Nullable Pattern updatedLine,
    @Nullable Pattern updatedNone,
    @Nullable Pattern fetched,
    @Nullable Pattern progress) {

  static final OutputPatterns NONE = new OutputPatterns(null, null, null, null, null);
}
