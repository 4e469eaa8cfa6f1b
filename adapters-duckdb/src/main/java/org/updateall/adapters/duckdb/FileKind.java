package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file or directory looks like, by its first bytes. */
enum FileKind {
  /** A directory with a manifest. */
  TABLES("an export"),
  /** A file that says that it is an export. */
  JSON("an export"),
  DIRECTORY("a directory without a " + Manifest.FILE_NAME),
  MANIFEST("the manifest of an export"),
  PARQUET("one Parquet file"),
  CSV("one table of an export"),
  DATABASE("a DuckDB database"),
  COMPRESSED("a compressed file"),
  /** Perhaps an old history, perhaps nothing. */
  OTHER("no export");

  private static final int DATABASE_MARK = 8;
  private static final int MAX_HEAD = 256;

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** What it looks like, for a sentence that begins with "it is". */
  String words() {
    return words;
  }

  static FileKind of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return Files.exists(file.resolve(Manifest.FILE_NAME)) ? TABLES : DIRECTORY;
    }
    if (!Files.isRegularFile(file)) {
      return OTHER;
    }
    if (JsonReading.recognises(file)) {
      return file.getFileName().toString().equals(Manifest.FILE_NAME) ? MANIFEST : JSON;
    }
    return ofContent(head(file));
  }

  private static FileKind ofContent(String head) {
    if (head.startsWith("PAR1")) {
      return PARQUET;
    }
    if (head.startsWith("DUCK", DATABASE_MARK)) {
      return DATABASE;
    }
    if (head.startsWith("\u001f\u008b") || head.startsWith("PK\u0003\u0004")) {
      return COMPRESSED;
    }
    return isTable(head) ? CSV : OTHER;
  }

  private static boolean isTable(String head) {
    return ExportTable.all().stream()
        .anyMatch(table -> head.startsWith(String.join(",", table.columnNames().subList(0, 3))));
  }

  private static String head(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(MAX_HEAD), ISO_8859_1);
    }
  }
}
