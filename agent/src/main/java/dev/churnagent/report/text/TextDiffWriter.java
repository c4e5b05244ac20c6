package dev.churnagent.report.text;

import dev.churnagent.report.Numbers;
import dev.churnagent.report.diff.Changes;
import dev.churnagent.report.diff.Diff;
import dev.churnagent.report.diff.Diff.ChainDiff;
import dev.churnagent.report.diff.Diff.EndpointDiff;
import dev.churnagent.report.diff.Diff.Figure;
import dev.churnagent.report.diff.Diff.LimitDiff;
import dev.churnagent.report.diff.Diff.Side;
import dev.churnagent.report.diff.Diff.SiteDiff;
import dev.churnagent.report.diff.Diff.SystemDiff;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes a comparison for people: what changed, the worst first, and how much stayed the same. */
public final class TextDiffWriter {
  /** Rows of each section. */
  private static final int MOST = 10;

  private static final int NAME_WIDTH = 18;
  private static final int NUMBER_WIDTH = 12;

  private final Appendable out;

  private TextDiffWriter(Appendable out) {
    this.out = out;
  }

  /** Writes it, each line ended by {@code \n}. */
  public static void write(Diff diff, Appendable out) throws IOException {
    new TextDiffWriter(out).write(diff);
  }

  private void write(Diff diff) throws IOException {
    line("churn-agent: " + side(diff.before()) + " -> " + side(diff.after()));
    line(
        "Verdict: "
            + diff.verdict().toUpperCase(Locale.ROOT)
            + (diff.tolerancePercent() == 0
                ? " (every difference counts)"
                : " (what differs by at most "
                    + Numbers.decimal(diff.tolerancePercent(), 2)
                    + " %, or a rate by one connection, counts as the same)"));
    for (String note : diff.notes()) {
      line("note: " + note);
    }
    totals(diff.totals());
    sites(diff.sites());
    chains(diff.chains());
    systems(diff.systems());
    endpoints(diff.endpoints());
    limits(diff.limits());
  }

  private static String side(Side side) {
    return side.id() == null
        ? "no run"
        : side.id() + " (" + Numbers.millis(side.durationSeconds() * 1_000) + ")";
  }

  private void totals(List<Figure> totals) throws IOException {
    line("");
    line(padded("", NAME_WIDTH) + left("before") + left("after"));
    for (Figure figure : totals) {
      boolean isWorthIt = figure.before() != null || figure.after() != null;
      if (isWorthIt && !(isNothing(figure.before()) && isNothing(figure.after()))) {
        String change = figure.change().equals(Changes.SAME) ? "" : "  " + figure.change();
        line(
            padded("  " + DiffWords.name(figure.name()), NAME_WIDTH)
                + left(DiffWords.value(figure, figure.before()))
                + left(DiffWords.value(figure, figure.after()))
                + change
                + DiffWords.percent(figure));
      }
    }
  }

  private static boolean isNothing(Double number) {
    return number == null || number == 0;
  }

  private void sites(List<SiteDiff> sites) throws IOException {
    Section section = new Section("Call sites");
    for (SiteDiff site : sites) {
      Integer line = site.after() != null ? site.afterLine() : site.beforeLine();
      String name = line == null ? site.site() : site.site() + ":" + line;
      section.add(site.change(), name, DiffWords.figures(site.figures(), site.change()));
    }
    section.end();
  }

  private void chains(List<ChainDiff> chains) throws IOException {
    Section section = new Section("Chains of repeats");
    for (ChainDiff chain : chains) {
      section.add(
          chain.change(),
          chain.root() + " (" + chain.shape() + " of " + chain.target() + ")",
          DiffWords.figures(chain.figures(), chain.change()));
    }
    section.end();
  }

  private void systems(List<SystemDiff> systems) throws IOException {
    Section section = new Section("Ports, as modelled");
    for (SystemDiff system : systems) {
      String hops = system.hops() == 1 ? "" : ", " + Numbers.count(system.hops(), "hop");
      section.add(
          system.change(),
          system.os() + hops,
          DiffWords.figures(system.figures(), system.change()));
    }
    section.end();
  }

  private void endpoints(List<EndpointDiff> endpoints) throws IOException {
    Section section = new Section("Endpoints");
    for (EndpointDiff endpoint : endpoints) {
      section.add(
          endpoint.change(),
          endpoint.address(),
          DiffWords.figures(endpoint.figures(), endpoint.change()));
    }
    section.end();
  }

  private void limits(List<LimitDiff> limits) throws IOException {
    Section section = new Section("Limits");
    for (LimitDiff limit : limits) {
      section.add(
          limit.change(),
          limit.subject(),
          "[" + limit.limit() + "] " + limit.before() + " -> " + limit.after());
    }
    section.end();
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  private static String padded(String text, int width) {
    StringBuilder padded = new StringBuilder(text);
    while (padded.length() < width) {
      padded.append(' ');
    }
    return padded.toString();
  }

  /** Numbers end where the column does. */
  private static String left(String text) {
    StringBuilder padded = new StringBuilder(text);
    while (padded.length() < NUMBER_WIDTH) {
      padded.insert(0, ' ');
    }
    return padded.toString();
  }

  /** The rows of one kind: those that changed, and the number of those that did not. */
  private final class Section {
    private final String title;
    private final StringBuilder rows = new StringBuilder();
    private int changed;
    private int same;

    Section(String title) {
      this.title = title;
    }

    void add(String change, String name, String figures) {
      if (change.equals(Changes.SAME)) {
        same++;
        return;
      }
      if (changed++ < MOST) {
        rows.append(padded("  " + change, 9)).append(name).append('\n');
        rows.append(padded("", 9)).append(figures).append('\n');
      }
    }

    void end() throws IOException {
      if (changed + same == 0) {
        return;
      }
      line("");
      line(title + ": " + changed + " changed, " + same + " the same");
      out.append(rows);
      if (changed > MOST) {
        line("  and " + (changed - MOST) + " more (--json has all)");
      }
    }
  }
}
