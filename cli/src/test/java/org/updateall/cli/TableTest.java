package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.updateall.cli.Table.Column;

final class TableTest {

  @Test
  void alignsColumnsAndLeavesNoBlanksAtTheEnd() {
    Table table =
        new Table(Column.left("PLUGIN"), Column.right("RUNS"), Column.left("BASIS"))
            .row("apt", "5", "model")
            .rule()
            .row("a-long-name", "524", "");

    assertEquals(
        """
        PLUGIN       RUNS  BASIS
        apt             5  model
        ────────────────────────
        a-long-name   524
        """,
        table.render(false));
  }

  @Test
  void countsColumnsNotCharacters() {
    Table table =
        new Table(Column.left("PLUGIN"), Column.left("RUNS")).row("更新", "1").row("apt", "2");

    assertEquals(
        """
        PLUGIN  RUNS
        更新    1
        apt     2
        """,
        table.render(false));
  }

  @Test
  void showsWhatCouldSteerTheTerminal() {
    String rendered = new Table(Column.left("PLUGIN")).row("a\u001b[2Jb\u202ec").render(false);

    assertTrue(rendered.contains("a\\u001b[2Jb\\u202ec"), rendered);
    assertFalse(rendered.contains("\u001b"));
  }

  @Test
  void makesHeadingsBoldWhereColorIsWelcome() {
    assertTrue(new Table(Column.left("PLUGIN")).render(true).startsWith("\u001b[1mPLUGIN"));
  }

  @Test
  void refusesARowOfAnotherWidth() {
    Table table = new Table(Column.left("PLUGIN"));

    assertThrows(IllegalArgumentException.class, () -> table.row("a", "b"));
  }
}
