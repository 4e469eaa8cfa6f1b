package org.updateall.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * What was saved of a table.
 *
 * @param table its name
 * @param found how many rows it had; absent if not even that can be read
 * @param saved how many of them are in the new store
 */
public record SalvagedTable(String table, @Nullable Long found, long saved) {}
