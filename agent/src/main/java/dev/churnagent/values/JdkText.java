package dev.churnagent.values;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.BitSet;
import java.util.Date;

/** How some of the JDK's values are written, without looking a name up or formatting a date. */
final class JdkText {
  private JdkText() {}

  static String of(Shape shape, Object value) {
    return switch (shape.kind) {
      case Shape.DATE -> "Date(" + ((Date) value).getTime() + ")";
      case Shape.DECIMAL -> decimal(shape, value);
      case Shape.ADDRESS -> ((InetAddress) value).getHostAddress();
      case Shape.SOCKET_ADDRESS ->
          ((InetSocketAddress) value).getHostString() + ":" + ((InetSocketAddress) value).getPort();
      case Shape.BITS -> "BitSet(" + ((BitSet) value).length() + ")";
      default -> value.toString();
    };
  }

  /** Not by its own method where its digits are in a BigInteger, which may be anybody's. */
  private static String decimal(Shape shape, Object value) {
    return JdkValues.isCompact(shape, value) ? value.toString() : "BigDecimal";
  }
}
