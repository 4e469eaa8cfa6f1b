package org.updateall.adapters.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that went to and from storage; what the page cache answered is not among them.
 *
 * @param readBytes read
 * @param writtenBytes written, or on their way to be
 */
record StorageTraffic(long readBytes, long writtenBytes) {

  static final StorageTraffic NONE = new StorageTraffic(0, 0);

  private static final Pattern READ = Pattern.compile("(?m)^read_bytes: (\\d{1,18})$");
  private static final Pattern WRITTEN = Pattern.compile("(?m)^write_bytes: (\\d{1,18})$");

  /** From the text of {@code /proc/PID/io}; absent if it is not one. */
  static @Nullable StorageTraffic fromAccount(String account) {
    Matcher read = READ.matcher(account);
    Matcher written = WRITTEN.matcher(account);
    return read.find() && written.find()
        ? new StorageTraffic(Long.parseLong(read.group(1)), Long.parseLong(written.group(1)))
        : null;
  }

  StorageTraffic plus(StorageTraffic other) {
    return new StorageTraffic(readBytes + other.readBytes, writtenBytes + other.writtenBytes);
  }

  StorageTraffic atLeast(StorageTraffic other) {
    return new StorageTraffic(
        Math.max(readBytes, other.readBytes), Math.max(writtenBytes, other.writtenBytes));
  }
}
