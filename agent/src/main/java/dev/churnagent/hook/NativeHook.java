package dev.churnagent.hook;

/**
 * The static entry points of advice in libraries that open sockets by native code of their own; as
 * {@link ChurnHook} for the JDK's. None throws.
 */
public final class NativeHook {
  private static volatile NativeSink sink = NativeSink.NONE;

  private NativeHook() {}

  /** Sets where events go from now on; {@link NativeSink#NONE} stops recording. */
  public static void setSink(NativeSink next) {
    sink = next;
  }

  /** See {@link NativeSink#connectStarted}. */
  public static Object connectStarted(int number, Object remote) {
    NativeSink current = sink;
    try {
      return current.connectStarted(number, remote);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link NativeSink#connectReturned}. */
  public static void connectReturned(Object token, boolean connected, Throwable thrown) {
    NativeSink current = sink;
    try {
      current.connectReturned(token, connected, thrown);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#finishStarted}. */
  public static Object finishStarted(int number) {
    NativeSink current = sink;
    try {
      return current.finishStarted(number);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link NativeSink#finishEnded}. */
  public static void finishEnded(Object token, boolean connected, Throwable thrown) {
    NativeSink current = sink;
    try {
      current.finishEnded(token, connected, thrown);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#fastOpened}. */
  public static void fastOpened(int number, Object remote, boolean connected) {
    NativeSink current = sink;
    try {
      current.fastOpened(number, remote, connected);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#connectSubmitted}. */
  public static void connectSubmitted(int number, Object remote) {
    NativeSink current = sink;
    try {
      current.connectSubmitted(number, remote);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /**
   * The same, by a client.
   *
   * @param user knows its client
   */
  public static void connectSubmitted(Object user, int number, Object remote) {
    Object client = ClientHook.clientEntered(user);
    connectSubmitted(number, remote);
    ClientHook.clientLeft(client);
  }

  /** See {@link NativeSink#connectCompleted}. */
  public static void connectCompleted(int number, int result) {
    NativeSink current = sink;
    try {
      current.connectCompleted(number, result);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#datagramOpened}. */
  public static void datagramOpened(int number) {
    NativeSink current = sink;
    try {
      current.datagramOpened(number);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#closing}. */
  public static void closing(int number) {
    NativeSink current = sink;
    try {
      current.closing(number);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#outputShutDown}. */
  public static void outputShutDown(int number) {
    NativeSink current = sink;
    try {
      current.outputShutDown(number);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link NativeSink#lingerSet}. */
  public static void lingerSet(int number, int seconds) {
    NativeSink current = sink;
    try {
      current.lingerSet(number, seconds);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(NativeSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
