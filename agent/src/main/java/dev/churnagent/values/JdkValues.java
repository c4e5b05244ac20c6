package dev.churnagent.values;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Date;

/** Digests of such JDK values as their fields alone do not tell, because they are filled lazily. */
final class JdkValues {
  /** In {@code BigDecimal.intCompact}: the digits are in the BigInteger. */
  private static final long INFLATED = Long.MIN_VALUE;

  private JdkValues() {}

  /** Whether a decimal's digits are in its first field; otherwise in the second. */
  static boolean isCompact(Shape shape, Object decimal) {
    return shape.fields[0].bits(decimal) != INFLATED;
  }

  static long date(Shape shape, Date date) {
    long digest = Mix.step(shape.nameDigest, date.getTime());
    return shape.fields.length == 0 ? digest : Mix.step(digest, shape.fields[0].bits(date));
  }

  static long address(InetAddress address) {
    return bytes(address.getAddress());
  }

  static long address(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    // Neither way looks a name up.
    long digest = host == null ? Mix.text(address.getHostString()) : address(host);
    return Mix.step(digest, address.getPort());
  }

  static long bits(BitSet bits) {
    long[] words = bits.toLongArray();
    return Mix.bytes(words, ArrayMemory.LONGS, words.length * Long.BYTES);
  }

  private static long bytes(byte[] bytes) {
    return Mix.bytes(bytes, ArrayMemory.BYTES, bytes.length);
  }
}
