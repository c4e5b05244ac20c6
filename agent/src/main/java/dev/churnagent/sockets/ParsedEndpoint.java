package dev.churnagent.sockets;

/**
 * An address and a port as netstat writes them, used again for the next. No look-up of names and
 * interfaces, unlike {@link java.net.InetAddress}.
 */
final class ParsedEndpoint {
  private static final int GROUPS = 8;

  long high;
  long low;
  int port;

  private final int[] groups = new int[GROUPS];
  private byte[] text;
  private int at;
  private int end;

  /** Takes {@code *}, {@code 1.2.3.4}, {@code ::1}, {@code [fe80::1%12]} and the like. */
  boolean address(byte[] bytes, int from, int to) {
    text = bytes;
    at = from;
    end = to;
    if (end - at == 1 && text[at] == '*') {
      high = 0;
      low = 0;
      return true;
    }
    if (end - at > 2 && text[at] == '[' && text[end - 1] == ']') {
      at++;
      end--;
    }
    dropScope();
    return isIpv6() ? ipv6() : ipv4();
  }

  private void dropScope() {
    for (int i = at; i < end; i++) {
      if (text[i] == '%') {
        end = i;
        return;
      }
    }
  }

  private boolean isIpv6() {
    for (int i = at; i < end; i++) {
      if (text[i] == ':') {
        return true;
      }
    }
    return false;
  }

  private boolean ipv4() {
    int address = ipv4Number();
    high = 0;
    low = Addresses.lowOfIpv4(address);
    return at == end;
  }

  /** Reads four decimal numbers; {@link #at} stays before {@link #end} if they are not there. */
  private int ipv4Number() {
    int address = 0;
    int start = at;
    for (int i = 0; i < 4; i++) {
      if (i > 0 && (at >= end || text[at++] != '.')) {
        at = start;
        return 0;
      }
      int first = at;
      int number = 0;
      while (at < end && at - first < 3 && text[at] >= '0' && text[at] <= '9') {
        number = number * 10 + text[at++] - '0';
      }
      if (at == first || number > 255) {
        at = start;
        return 0;
      }
      address = address << 8 | number;
    }
    return address;
  }

  private boolean ipv6() {
    int count = 0;
    int gap = -1;
    if (startsWithGap()) {
      at += 2;
      gap = 0;
    }
    while (at < end) {
      if (count == GROUPS) {
        return false;
      }
      if (count <= GROUPS - 2 && dotBeforeColon()) {
        int address = ipv4Number();
        groups[count++] = address >>> 16;
        groups[count++] = address & 0xffff;
        if (at != end) {
          return false;
        }
      } else if (!group(count++)) {
        return false;
      }
      if (at == end) {
        break;
      }
      if (startsWithGap() && gap < 0) {
        at += 2;
        gap = count;
      } else if (text[at++] != ':' || at == end) {
        return false;
      }
    }
    return spread(count, gap);
  }

  private boolean startsWithGap() {
    return at + 1 < end && text[at] == ':' && text[at + 1] == ':';
  }

  private boolean dotBeforeColon() {
    int i = at;
    while (i < end && text[i] != ':' && text[i] != '.') {
      i++;
    }
    return i < end && text[i] == '.';
  }

  private boolean group(int index) {
    int first = at;
    int value = 0;
    while (at < end && at - first < 4) {
      int digit = Character.digit(text[at], 16);
      if (digit < 0) {
        break;
      }
      value = value << 4 | digit;
      at++;
    }
    groups[index] = value;
    return at > first;
  }

  /** Puts the groups behind the gap to the end. */
  private boolean spread(int count, int gap) {
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return false;
    }
    high = 0;
    low = 0;
    for (int i = 0; i < GROUPS; i++) {
      int from = gap < 0 || i < gap ? i : i - (GROUPS - count);
      int group = gap >= 0 && i >= gap && from < gap ? 0 : groups[from];
      high = high << 16 | low >>> 48;
      low = low << 16 | group;
    }
    return true;
  }
}
