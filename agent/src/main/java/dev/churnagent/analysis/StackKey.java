package dev.churnagent.analysis;

import java.util.Arrays;

/** A stack as ids of its site and frames; a map key without a record's generated methods. */
final class StackKey {
  private final int site;
  private final int[] frames;
  private final int hash;

  StackKey(int site, int[] frames) {
    this.site = site;
    this.frames = frames;
    this.hash = 31 * Arrays.hashCode(frames) + site;
  }

  int site() {
    return site;
  }

  int[] frames() {
    return frames;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StackKey
        && ((StackKey) other).site == site
        && Arrays.equals(((StackKey) other).frames, frames);
  }
}
