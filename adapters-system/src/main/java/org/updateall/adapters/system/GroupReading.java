package org.updateall.adapters.system;

import org.jspecify.annotations.Nullable;

/**
 * What a control group tells of all that ever ran in it; absent where its controller is not on.
 *
 * @param userSeconds CPU time in user mode
 * @param kernelSeconds CPU time in kernel mode
 * @param memoryPeak the most memory at once, page cache included
 * @param readBytes from storage
 * @param writtenBytes to storage
 * @param reads read operations
 * @param writes write operations
 */
record GroupReading(
    @Nullable Double userSeconds,
    @Nullable Double kernelSeconds,
    @Nullable Long memoryPeak,
    @Nullable Long readBytes,
    @Nullable Long writtenBytes,
    @Nullable Long reads,
    @Nullable Long writes) {

  static final GroupReading NOTHING = new GroupReading(null, null, null, null, null, null, null);

  boolean tellsCpu() {
    return userSeconds != null && kernelSeconds != null;
  }
}
