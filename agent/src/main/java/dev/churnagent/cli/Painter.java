package dev.churnagent.cli;

/**
 * Colours the texts of reports, forecasts and comparisons, line by line. They are plain where they
 * are written, since files and the summary at a JVM's end have them too.
 */
final class Painter {
  private static final String VERDICT = "Verdict: ";
  private static final String[] LABELS = {"Redundant:", "N+1:"};
  private static final String[] RAN_OUT = {"PORTS RAN OUT", "PORTS WOULD RUN OUT"};
  private static final String[] NOT_MEASURED = {
    "NOT EVERYTHING WAS MEASURED", "NOTHING WAS MEASURED", "No end was seen", "  ! ", "  ? "
  };
  private static final String[] BAD_CHANGES = {"  worse", "  new"};
  private static final String[] GOOD_CHANGES = {"  better", "  gone"};

  private final Paint paint;
  private boolean isAllMeasured = true;

  Painter(Paint paint) {
    this.paint = paint;
  }

  /** The same text with colours. */
  String painted(CharSequence text) {
    StringBuilder painted = new StringBuilder();
    String[] lines = text.toString().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      painted.append(i == 0 ? "" : "\n").append(line(lines[i], i == 0));
    }
    return painted.toString();
  }

  private String line(String line, boolean isFirst) {
    if (startsWith(line, NOT_MEASURED) != null) {
      isAllMeasured = false;
      return paint.doubtful(line);
    }
    if (line.startsWith(VERDICT)) {
      return paint.heading(VERDICT) + paint.verdict(line.substring(VERDICT.length()));
    }
    if (line.startsWith("  x ") || startsWith(line, RAN_OUT) != null) {
      return paint.bad(line);
    }
    if (line.equals("Ports would not run out.")) {
      return isAllMeasured ? paint.good(line) : line;
    }
    String label = startsWith(line, LABELS);
    if (label != null) {
      return paint.heading(label) + line.substring(label.length());
    }
    return isFirst || isHeading(line) ? paint.heading(line) : change(line);
  }

  private static boolean isHeading(String line) {
    boolean isIndented = line.startsWith(" ");
    return line.startsWith("Forecast: ")
        || !isIndented && (line.endsWith(":") || line.endsWith(" the same"));
  }

  /** A row of a comparison: the change is its first word, or in the totals its last. */
  private String change(String line) {
    String bad = startsWith(line, BAD_CHANGES);
    if (bad != null && line.startsWith(" ", bad.length())) {
      return paint.bad(bad) + line.substring(bad.length());
    }
    String good = startsWith(line, GOOD_CHANGES);
    if (good != null && line.startsWith(" ", good.length())) {
      return paint.good(good) + line.substring(good.length());
    }
    int end = line.endsWith(" %)") ? line.lastIndexOf(" (") : line.length();
    String row = line.substring(0, Math.max(0, end));
    if (row.endsWith(BAD_CHANGES[0])) {
      int at = row.length() - BAD_CHANGES[0].length();
      return line.substring(0, at) + paint.bad(line.substring(at));
    }
    if (row.endsWith(GOOD_CHANGES[0])) {
      int at = row.length() - GOOD_CHANGES[0].length();
      return line.substring(0, at) + paint.good(line.substring(at));
    }
    return line;
  }

  private static String startsWith(String line, String[] starts) {
    for (String start : starts) {
      if (line.startsWith(start)) {
        return start;
      }
    }
    return null;
  }
}
