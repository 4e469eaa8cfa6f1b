package org.updateall.adapters.jsonlegacy;

import java.util.List;

/**
 * One record of the file, not yet judged.
 *
 * @param number its place in the file, from 1
 * @param line the line on which it begins, from 1
 * @param offset how many bytes stand before it
 * @param content the record itself
 */
record RawRecord(int number, long line, long offset, RawObject content) {

  /** The elements of its field {@code plugins}, where that is a list. */
  List<RawObject> plugins() {
    return content.parts(FieldNames.PLUGINS);
  }
}
