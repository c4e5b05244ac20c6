package dev.churnagent.report.finding;

/** Links of a page to other files of {@code docs}, which lie nowhere near a report. */
final class PageLinks {
  /** The pages' folder below {@code docs/}. */
  static final String FOLDER = "findings/";

  private static final String MIDDLE = "](";

  private PageLinks() {}

  /**
   * The page with whole addresses in its links, or with the links' text alone.
   *
   * @param docsUrl where {@code docs/} can be read, with a slash at its end; null if nowhere
   */
  static String resolve(String page, String docsUrl) {
    StringBuilder text = new StringBuilder(page.length());
    int done = 0;
    for (int at = page.indexOf(MIDDLE); at >= 0; at = page.indexOf(MIDDLE, at + 1)) {
      int start = page.lastIndexOf('[', at);
      int target = at + MIDDLE.length();
      int end = page.indexOf(')', target);
      if (start < done || end < 0 || page.substring(target, end).indexOf(':') >= 0) {
        continue;
      }
      text.append(page, done, start);
      if (docsUrl == null) {
        text.append(page, start + 1, at);
      } else {
        text.append(page, start, target).append(docsUrl).append(FOLDER);
        text.append(page, target, end + 1);
      }
      done = end + 1;
    }
    return text.append(page, done, page.length()).toString();
  }
}
