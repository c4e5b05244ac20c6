package dev.churnagent.analysis;

import java.util.Arrays;

/** A stack as ids of its site and frames; a map key without a record's generated methods. */
final class StackKey {
  private final int site;
  private final int[] frames;
  private final boolean handedOver;
  private final int parts;
  private final int hash;

  /**
   * Creates one.
   *
   * @param handedOver whether the site is where the thread's work was handed over
   * @param parts the libraries' part, by its number in {@link Definitions}
   */
  StackKey(int site, int[] frames, boolean handedOver, int parts) {
    this.site = site;
    this.frames = frames;
    this.handedOver = handedOver;
    this.parts = parts;
    this.hash = 31 * Arrays.hashCode(frames) + site;
  }

  int site() {
    return site;
  }

  int[] frames() {
    return frames;
  }

  boolean isHandedOver() {
    return handedOver;
  }

  int parts() {
    return parts;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StackKey
        && ((StackKey) other).site == site
        && ((StackKey) other).handedOver == handedOver
        && ((StackKey) other).parts == parts
        && Arrays.equals(((StackKey) other).frames, frames);
  }
}
