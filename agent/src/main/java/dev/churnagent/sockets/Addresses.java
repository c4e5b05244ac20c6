package dev.churnagent.sockets;

/** IP addresses as two longs, as the package describes them. */
public final class Addresses {
  /** The first 6 of the last 8 bytes of each IPv4 address. */
  private static final long MAPPED = 0xffffL << 32;

  private static final long LOW_32_BITS = 0xffffffffL;
  private static final int LOOPBACK_NET = 127;
  private static final int GROUPS = 8;

  private Addresses() {}

  /** The last 8 bytes of an IPv4 address in network order; the first 8 are 0. */
  public static long lowOfIpv4(int address) {
    return MAPPED | address & LOW_32_BITS;
  }

  /** Whether it is an IPv4 address, mapped or not. */
  public static boolean isIpv4(long high, long low) {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  /** Whether it stands for all addresses of the machine: {@code 0.0.0.0} or {@code ::}. */
  public static boolean isAny(long high, long low) {
    return high == 0 && (low == 0 || low == MAPPED);
  }

  /** Whether it is in {@code 127.0.0.0/8} or {@code ::1}. */
  public static boolean isLoopback(long high, long low) {
    return high == 0 && (low == 1 || isIpv4(high, low) && (low >>> 24 & 0xff) == LOOPBACK_NET);
  }

  /** First 8 bytes of the address with these 4 or 16 bytes in network order. */
  public static long high(byte[] address) {
    return address.length == 4 ? 0 : bigEndian(address, 0, 8);
  }

  /** Last 8 bytes of the address with these 4 or 16 bytes in network order. */
  public static long low(byte[] address) {
    return address.length == 4 ? MAPPED | bigEndian(address, 0, 4) : bigEndian(address, 8, 8);
  }

  private static long bigEndian(byte[] bytes, int from, int count) {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | bytes[i] & 0xff;
    }
    return value;
  }

  /**
   * An endpoint as reports write it: {@code 127.0.0.1:80}, {@code [0:0:0:0:0:0:0:1]:80} with the
   * longest run of zero groups shortened as RFC 5952 says: {@code [::1]:80}.
   */
  public static String text(long high, long low, int port) {
    if (isIpv4(high, low)) {
      return text(high, low) + ":" + port;
    }
    return "[" + text(high, low) + "]:" + port;
  }

  /** An address without port and brackets. */
  public static String text(long high, long low) {
    if (isIpv4(high, low)) {
      return (low >>> 24 & 0xff)
          + "."
          + (low >>> 16 & 0xff)
          + "."
          + (low >>> 8 & 0xff)
          + "."
          + (low & 0xff);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      long half = i < GROUPS / 2 ? high : low;
      groups[i] = (int) (half >>> 16 * (3 - i % 4)) & 0xffff;
    }
    return shortened(groups);
  }

  private static String shortened(int[] groups) {
    int start = 0;
    int length = 1; // a single zero group is not shortened
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(groups, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (length > 1 && i == start) {
        text.append("::");
        i += length - 1;
      } else {
        boolean separated = i == 0 || text.length() > 0 && text.charAt(text.length() - 1) == ':';
        text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static int zerosFrom(int[] groups, int from) {
    int at = from;
    while (at < GROUPS && groups[at] == 0) {
      at++;
    }
    return at - from;
  }
}
