package org.updateall.fleet.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.updateall.domain.fleet.FleetRow;

/**
 * Which files the table {@code outcomes} of a tree has.
 *
 * @param partitions their paths within the tree, sorted
 * @param bytes how large they are together
 */
record TreeListing(List<String> partitions, long bytes) {

  /**
   * Looks through the tree; files and directories whose names begin with a dot or an underscore are
   * passed over.
   *
   * @throws UncheckedIOException if the tree cannot be read
   */
  static TreeListing of(SharedTree tree) {
    try {
      FileSystem files = tree.root().getFileSystem(tree.configuration());
      Path table = new Path(tree.root(), FleetRow.TABLE);
      List<String> partitions = new ArrayList<>();
      long bytes = files.exists(table) ? visit(files, table, FleetRow.TABLE, partitions) : 0;
      return new TreeListing(partitions.stream().sorted().toList(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long visit(FileSystem files, Path folder, String within, List<String> partitions)
      throws IOException {
    long bytes = 0;
    for (FileStatus each : files.listStatus(folder, path -> isVisible(path.getName()))) {
      String path = within + "/" + each.getPath().getName();
      if (each.isDirectory()) {
        bytes += visit(files, each.getPath(), path, partitions);
      } else if (path.endsWith(".parquet")) {
        partitions.add(path);
        bytes += each.getLen();
      }
    }
    return bytes;
  }

  private static boolean isVisible(String name) {
    return !name.startsWith(".") && !name.startsWith("_");
  }
}
