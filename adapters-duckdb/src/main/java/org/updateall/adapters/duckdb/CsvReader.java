package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV after RFC 4180, strictly: UTF-8, records ended by a line feed with or without a
 * carriage return before it, quotes only around a whole field. An empty field without quotes is
 * null.
 */
final class CsvReader implements AutoCloseable {

  private static final int END = -1;
  private static final int BUFFER_SIZE = 1 << 16;

  private final BufferedReader in;
  private final int maxFields;
  private final int maxLength;
  private final StringBuilder field = new StringBuilder();
  private long line = 1;
  private long firstLine = 1;
  private int length;

  /** The text is no CSV, or has more than is read. The message says why. */
  static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /**
   * @param maxFields how many fields a record has at most
   * @param maxLength how many characters a record has at most
   */
  CsvReader(InputStream bytes, int maxFields, int maxLength) {
    this.in =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            BUFFER_SIZE);
    this.maxFields = maxFields;
    this.maxLength = maxLength;
  }

  /** The next record; null after the last. */
  @Nullable List<@Nullable String> next() throws IOException, Malformed {
    firstLine = line;
    length = 0;
    try {
      return record();
    } catch (CharacterCodingException e) {
      throw new Malformed("is not UTF-8");
    }
  }

  /** The line on which the last record began, from 1. */
  long firstLine() {
    return firstLine;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable List<@Nullable String> record() throws IOException, Malformed {
    int character = read();
    if (character == END) {
      return null;
    }
    List<@Nullable String> fields = new ArrayList<>();
    while (true) {
      character = character == '"' ? quoted(fields) : plain(character, fields);
      if (character != ',') {
        endLine(character);
        return fields;
      }
      if (fields.size() == maxFields) {
        throw new Malformed("has more than %d fields".formatted(maxFields));
      }
      character = read();
    }
  }

  /** Takes a field without quotes; returns the character after it. */
  private int plain(int first, List<@Nullable String> fields) throws IOException, Malformed {
    int character = first;
    while (character != ',' && character != '\n' && character != '\r' && character != END) {
      if (character == '"') {
        throw new Malformed("has a quote in the midst of a field");
      }
      take(character);
      character = read();
    }
    fields.add(field.isEmpty() ? null : taken());
    return character;
  }

  /** Takes a field whose opening quote has been read; returns the character after it. */
  private int quoted(List<@Nullable String> fields) throws IOException, Malformed {
    while (true) {
      int character = read();
      if (character == END) {
        throw new Malformed("ends within quotes");
      }
      if (character == '"') {
        character = read();
        if (character != '"') {
          fields.add(taken());
          return character;
        }
      }
      if (character == '\n') {
        line++;
      }
      take(character);
    }
  }

  private void endLine(int character) throws IOException, Malformed {
    int last = character == '\r' ? read() : character;
    if (last == '\n') {
      line++;
    } else if (last != END || character == '\r') {
      throw new Malformed("has a stray character after a field");
    }
  }

  private void take(int character) {
    field.append((char) character);
  }

  private String taken() {
    String text = field.toString();
    field.setLength(0);
    return text;
  }

  private int read() throws IOException, Malformed {
    if (length++ > maxLength) {
      throw new Malformed("is longer than %,d characters".formatted(maxLength));
    }
    return in.read();
  }
}
