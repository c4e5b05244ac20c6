package dev.churnagent.hook;

/** The static entry points of advice in application classes; as {@link ChurnHook} for sockets. */
public final class CallHook {
  private static volatile CallSink sink = CallSink.NONE;

  private CallHook() {}

  /** Sets where calls go from now on; {@link CallSink#NONE} stops recording. */
  public static void setSink(CallSink next) {
    sink = next;
  }

  /** See {@link CallSink#callStarted}. */
  public static Object callStarted(int methodId, Object receiver, Object[] arguments) {
    CallSink current = sink;
    try {
      return current.callStarted(methodId, receiver, arguments);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#callEnded}. */
  public static void callEnded(Object token, Object result, Throwable thrown) {
    CallSink current = sink;
    try {
      current.callEnded(token, result, thrown);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link CallSink#scopeStarted}. */
  public static Object scopeStarted(int methodId) {
    CallSink current = sink;
    try {
      return current.scopeStarted(methodId);
    } catch (Throwable fault) {
      failed(current, fault);
      return null;
    }
  }

  /** See {@link CallSink#scopeEnded}. */
  public static void scopeEnded(Object token) {
    CallSink current = sink;
    try {
      current.scopeEnded(token);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(CallSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
