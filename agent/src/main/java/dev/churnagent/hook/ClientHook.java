package dev.churnagent.hook;

/** The static entry points of advice in client libraries; as {@link ChurnHook}. */
public final class ClientHook {
  private static volatile ClientSink sink = ClientSink.NONE;

  private ClientHook() {}

  /** Sets where it goes from now on; {@link ClientSink#NONE} stops recording. */
  public static void setSink(ClientSink next) {
    sink = next;
  }

  /** See {@link ClientSink#clientBuilt}. */
  public static void clientBuilt(Object client) {
    ClientSink current = sink;
    try {
      current.clientBuilt(client);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link ClientSink#clientEntered}. */
  public static Object clientEntered(Object user) {
    ClientSink current = sink;
    try {
      return current.clientEntered(user);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link ClientSink#clientLeft}. */
  public static void clientLeft(Object token) {
    ClientSink current = sink;
    try {
      current.clientLeft(token);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(ClientSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
