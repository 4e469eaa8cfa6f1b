package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.adapters.duckdb.Messages.assertSays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakdownTest {

  private static final Path DATABASE = Path.of("/data/history.duckdb");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          IO Error: The file "/x" exists, but it is not a valid DuckDB database file! | is not a DuckDB database
          IO Error: Trying to read a database file with version number 69, but we can only read versions between 64 and 68. | newer DuckDB
          TransactionContext Error: Failed to commit: Could not write file "/x.wal": No space left on device | disk is full
          IO Error: Failure while replaying WAL file "/x.wal": Corrupt WAL file: entry at byte position 8373 | damaged journal
          IO Error: WAL does not match database file. | journal of another database
          IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 | is damaged
          IO Error: Could not read enough bytes from file "/x" | is damaged
          IO Error: Cannot open file "/x": Permission denied | want of permission
          IO Error: Cannot open file "/x": Read-only file system | want of permission
          Parser Error: something else. | cannot be used: Parser Error: something else. Nothing was changed
          """)
  void saysWhatIsWrongWithWhichFile(String engine, String expected) {
    SQLException cause = new SQLException(engine);

    assertSays(Breakdown.of(DATABASE, cause), "The history /data/history.duckdb ", expected);
    assertSame(cause, Breakdown.of(DATABASE, cause).getCause());
  }

  @Test
  void tellsFailuresOfTheFileSystem() {
    assertSays(Breakdown.of(DATABASE, new AccessDeniedException("/data")), "want of permission");
    assertSays(
        Breakdown.of(DATABASE, new NoSuchFileException("/data")), "NoSuchFileException: /data");
  }

  @Test
  void readsTheWholeChainOfCausesOnOneLine() {
    Exception chain = new IllegalStateException("outer", new SQLException("inner\nsecond line"));

    assertSays(Breakdown.of(DATABASE, chain), "outer: inner second line");
  }

  @Test
  void saysThatAnInterruptCutItOff() {
    IOException cutOff = new ClosedByInterruptException();

    assertSays(Breakdown.of(DATABASE, cutOff), "was interrupted");
    assertSays(Breakdown.of(DATABASE, new UncheckedIOException(cutOff)), "was interrupted");
    assertFalse(Breakdown.isDamage(cutOff));
  }

  @Test
  void saysNothingTwice() {
    SQLException inner =
        new SQLException(
            "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query"
                + " result\nError: Binder Error: x");

    assertSays(
        Breakdown.of(DATABASE, new IllegalStateException(inner)),
        "cannot be used: Binder Error: x. Nothing");
  }

  @Test
  void knowsWhoHoldsTheFile() {
    SQLException conflict =
        new SQLException(
            "IO Error: Could not set lock on file \"/x\": Conflicting lock is held in"
                + " /usr/bin/duckdb (PID 32282). See also");

    assertTrue(Breakdown.isLockConflict(conflict));
    assertEquals("process 32282 (/usr/bin/duckdb)", Breakdown.holder(conflict));
    assertEquals("somebody else", Breakdown.holder(new SQLException("x")));
    assertFalse(Breakdown.isLockConflict(new SQLException("x")));
  }

  @Test
  void knowsThatACommitCanBeDurableThoughItFailed() {
    assertTrue(
        Breakdown.isDurable(
            new SQLException(
                "FATAL Error: Transaction COMMIT succeeded and is durable, but the autocheckpoint"
                    + " failed.")));
    assertFalse(
        Breakdown.isDurable(new SQLException("TransactionContext Error: Failed to commit")));
  }

  @Test
  void knowsACommitThatLeftNothingFromOneThatMayHaveLeftAll() {
    assertTrue(
        Breakdown.isRolledBack(
            new SQLException("TransactionContext Error: Failed to commit: disk")));
    assertFalse(
        Breakdown.isRolledBack(
            new SQLException("FATAL Error: Failed to rollback after Failed to commit: disk")));
    assertFalse(Breakdown.isRolledBack(new SQLException("Connection was closed")));
    assertSays(
        Breakdown.perhapsStored(DATABASE, new SQLException("Connection was closed.")),
        "/data/history.duckdb",
        "Connection was closed. It is not known",
        "recording the same again is harmless");
  }

  @Test
  void writesDigitsThatAProgramReadsInEveryLanguage() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertSays(Breakdown.newer(DATABASE, 12, 3), "schema version 12,", "above 3.");
      assertSays(Breakdown.changed(DATABASE, 12), "schema version 12 ");
    } finally {
      Locale.setDefault(usual);
    }
  }
}
