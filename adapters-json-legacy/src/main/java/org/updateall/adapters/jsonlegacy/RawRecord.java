package org.updateall.adapters.jsonlegacy;

import java.util.List;

/**
 * One record of the file, not yet judged.
 *
 * @param number its place in the file, from 1
 * @param line the line on which it begins, from 1
 * @param content the record itself
 * @param plugins the elements of its field {@code plugins}, where that is a list
 */
record RawRecord(int number, long line, RawObject content, List<RawObject> plugins) {}
