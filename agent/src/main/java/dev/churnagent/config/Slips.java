package dev.churnagent.config;

import java.util.List;

/** Guesses what a user meant by a word that is not known. */
public final class Slips {
  private static final int MAX_EDITS = 2;
  private static final int SHORT_WORD = 4;

  private Slips() {}

  /**
   * The known word nearest to {@code word}: at most two slips away (one for a short word), or one
   * is the beginning of the other.
   *
   * @return null if none is near
   */
  public static String nearest(String word, List<String> known) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int edits = edits(word, candidate);
      int allowed = Math.min(word.length(), candidate.length()) < SHORT_WORD ? 1 : MAX_EDITS;
      if (edits <= allowed && edits < fewest) {
        nearest = candidate;
        fewest = edits;
      }
    }
    for (String candidate : known) {
      boolean begins = candidate.startsWith(word) || word.startsWith(candidate);
      if (nearest == null && begins && word.length() > 1) {
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** {@code "; did you mean 'output'?"}, or nothing if no known word is near. */
  public static String hint(String word, List<String> known) {
    String nearest = nearest(word, known);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  /** Damerau-Levenshtein distance (optimal string alignment). */
  static int edits(String a, String b) {
    int longer = Math.abs(a.length() - b.length());
    if (longer > MAX_EDITS) {
      return longer; // at least as many, and no table for a huge word
    }
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = least;
      }
    }
    return distance[a.length()][b.length()];
  }
}
