package org.updateall.adapters.duckdb;

import java.util.UUID;

/** What ties steps and estimates to their execution: the run and the place within it. */
record ExecutionKey(UUID runId, int executionNo) {}
