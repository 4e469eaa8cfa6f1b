package org.updateall.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A table in a file: values parted by commas, under a line with the names of their columns; UTF-8,
 * plain or packed by gzip, whatever its name. Empty lines are passed over.
 */
final class CsvTable {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final String REMEDY =
      "Give a table with commas between the values and the names of the columns in its first line";

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvReadFeature.WRAP_AS_ARRAY)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .build();

  private final Path file;
  private final Defects defects;

  /**
   * @param defects is told what is wrong with the file
   */
  CsvTable(Path file, Defects defects) {
    this.file = file;
    this.defects = defects;
  }

  /**
   * Reads the file from its first to its last line.
   *
   * @param columns is told the names of the columns, and says whether to go on
   * @param rows is told each row that has as many values as there are columns
   */
  void read(Predicate<List<String>> columns, Consumer<TableRow> rows) {
    if (Files.isDirectory(file)) {
      defects.add(file, "it is a directory", "Name the files in it");
      return;
    }
    try (InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(file)));
        JsonParser parser = MAPPER.createParser(bytes)) {
      read(parser, columns, rows);
    } catch (JacksonIOException e) {
      addUnreadable(e.getCause());
    } catch (JacksonException e) {
      defects.add(file, e.getLocation().getLineNr(), e.getOriginalMessage(), REMEDY);
    } catch (IOException e) {
      addUnreadable(e);
    }
  }

  private void read(JsonParser parser, Predicate<List<String>> columns, Consumer<TableRow> rows) {
    parser.nextToken();
    TableRow header = nextRow(parser, List.of());
    if (header == null) {
      defects.add(file, "it holds nothing", REMEDY);
      return;
    }
    List<String> names = header.values().stream().map(String::strip).toList();
    if (!haveNoTwin(names) || !columns.test(names)) {
      return;
    }
    for (TableRow row = nextRow(parser, names); row != null; row = nextRow(parser, names)) {
      if (row.values().size() == names.size()) {
        rows.accept(row);
      } else {
        defects.add(
            file,
            row.line(),
            "it has %s, and the table %s"
                .formatted(
                    Count.of(row.values().size(), "value"), Count.of(names.size(), "column")),
            "Write as many values as there are columns, and texts with a comma in quotes");
      }
    }
  }

  /** The row that comes next; null if there is none. */
  private @Nullable TableRow nextRow(JsonParser parser, List<String> columns) {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return null;
    }
    List<String> values = new ArrayList<>();
    long line = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      line = values.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
      values.add(parser.getString());
    }
    return new TableRow(file, line, columns, values);
  }

  private boolean haveNoTwin(List<String> names) {
    List<String> twins =
        names.stream().filter(name -> names.indexOf(name) != names.lastIndexOf(name)).toList();
    if (!twins.isEmpty()) {
      defects.add(
          file, 1, "the column " + twins.get(0) + " is there twice", "Give it another name");
    }
    return twins.isEmpty();
  }

  private void addUnreadable(@Nullable Throwable failure) {
    if (failure instanceof CharacterCodingException
        || failure instanceof java.io.CharConversionException) {
      defects.add(file, "it is not UTF-8", "Write it in UTF-8");
    } else if (failure instanceof java.util.zip.ZipException
        || failure instanceof java.io.EOFException) {
      defects.add(file, "it is packed by gzip, and damaged", "Pack it anew");
    } else {
      IOException cause =
          failure instanceof IOException known ? known : new IOException("cannot be read", failure);
      defects.add(
          file,
          "it cannot be read (%s)".formatted(Text.inWords(new UncheckedIOException(cause))),
          "Give a file that you may read");
    }
  }

  /** By the first two bytes, for names tell nothing certain. */
  private static InputStream unpacked(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    boolean packed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes) : bytes;
  }
}
