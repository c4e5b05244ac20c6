package dev.churnagent.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** A table as Markdown, to be pasted into {@code docs/performance.md}. */
public final class Table {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** With these headings. */
  public Table(String... headings) {
    columns = headings.length;
    row((Object[]) headings);
    lines.add("|---".repeat(columns) + "|");
  }

  /** Adds a row with as many cells as there are headings. */
  public void row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    lines.add(line.toString());
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }
}
