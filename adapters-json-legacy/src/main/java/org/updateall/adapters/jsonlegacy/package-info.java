/**
 * Reads the {@code history.json} files of the Python update-all, writes them, and keeps a history
 * in one. Here stands all that is known of that format: its bytes, its records, its ways of writing
 * times, statuses and counts, and the identities that its records are given. What a run is, and
 * where it is kept, stands elsewhere.
 *
 * <p>A file passes through four hands: {@code HistoryBytes} (UTF-8, digest), {@code RecordStream}
 * (JSON, one record at a time), {@code RunReader} (what the record says, or every reason why it
 * cannot be read), {@code SurveyTaker} and {@code RunIterator} (the whole file).
 *
 * <p>As a store, a file is a {@code HistoryDocument} (its text, and where each record stands) that
 * becomes a {@code Draft} and then a {@code Replacement}; {@code LegacyStore} says how that stays
 * whole while others use the file.
 */
@NullMarked
package org.updateall.adapters.jsonlegacy;

import org.jspecify.annotations.NullMarked;
