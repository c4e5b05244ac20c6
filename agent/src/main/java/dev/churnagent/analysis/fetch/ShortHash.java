package dev.churnagent.analysis.fetch;

/** Identifiers that are the same in every run of the same code. */
public final class ShortHash {
  private ShortHash() {}

  /**
   * 48 bits of FNV-1a, mixed, as 12 hexadecimal digits: no message digest, whose providers are slow
   * to load at exit.
   */
  public static String of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash ^= hash >>> 33;
    String digits = Long.toHexString(hash & 0xffff_ffff_ffffL);
    return "000000000000".substring(digits.length()) + digits;
  }
}
