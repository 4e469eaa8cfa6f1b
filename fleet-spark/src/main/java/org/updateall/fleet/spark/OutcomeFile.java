package org.updateall.fleet.spark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of a fleet's tree, row by row. It is read by itself and not by Spark, which
 * cannot say which file is damaged without failing, nor leave out such a file whole.
 */
final class OutcomeFile implements Iterator<OutcomeColumns>, AutoCloseable {

  private final ParquetReader<Group> reader;
  private @Nullable Group next;

  /**
   * @throws UncheckedIOException if the file cannot be read
   */
  OutcomeFile(Path file, Configuration configuration) {
    try {
      reader =
          ParquetReader.builder(new GroupReadSupport(), file)
              .withConf(configuration)
              .usePageChecksumVerification()
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws UncheckedIOException if the file cannot be read on
   */
  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = reader.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return next != null;
  }

  /**
   * @throws UncheckedIOException if the file cannot be read on
   */
  @Override
  public OutcomeColumns next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    OutcomeColumns row = new OutcomeColumns(requireNonNull(next));
    next = null;
    return row;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
