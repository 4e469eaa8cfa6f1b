package org.updateall.adapters.jsonlegacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;

/**
 * What was added to the record of a run.
 *
 * @param runId its identity, where the record's id does not tell it
 * @param createdAt when it was first stored
 */
record RunAddition(@Nullable RunId runId, @Nullable Instant createdAt) {

  static RunAddition read(FieldReader fields) {
    UUID runId = fields.uuid(FieldNames.RUN_ID);
    return new RunAddition(
        runId == null ? null : new RunId(runId), fields.time(FieldNames.CREATED_AT));
  }
}
