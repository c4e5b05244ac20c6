package dev.churnagent.config;

/**
 * A text with stars. {@code *} stands for any characters but one barrier, {@code **} for any at
 * all. Matching takes no regular expression: it must not load classes before {@code main}, nor take
 * exponential time on a pattern with many stars.
 */
final class Glob {
  /** A barrier for patterns whose every star crosses everything. */
  static final char NO_BARRIER = '\uffff';

  private final String pattern;
  private final char barrier;

  Glob(String pattern, char barrier) {
    this.pattern = pattern;
    this.barrier = barrier;
  }

  /** Whether the whole of {@code text} matches. */
  boolean matches(String text) {
    int p = 0;
    int t = 0;
    // Where to go on if the last star of each kind has to take one character more.
    int afterStar = -1;
    int starText = -1;
    int afterTwoStars = -1;
    int twoStarsText = -1;
    while (t < text.length() || p < pattern.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        if (p + 1 < pattern.length() && pattern.charAt(p + 1) == '*') {
          p += 2;
          afterTwoStars = p;
          twoStarsText = t;
          afterStar = -1;
        } else {
          p++;
          afterStar = p;
          starText = t;
        }
        continue;
      }
      if (p < pattern.length() && t < text.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
        continue;
      }
      if (afterStar >= 0 && starText < text.length() && text.charAt(starText) != barrier) {
        t = ++starText;
        p = afterStar;
      } else if (afterTwoStars >= 0 && twoStarsText < text.length()) {
        t = ++twoStarsText;
        p = afterTwoStars;
        afterStar = -1;
      } else {
        return false;
      }
    }
    return true;
  }
}
