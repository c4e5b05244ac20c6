package dev.churnagent.instrument.method;

import dev.churnagent.hook.CallSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes in one line each what advice tells. */
class RecordingCallSink implements CallSink {
  final List<String> events = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  Object lastReceiver;

  @Override
  public Object callStarted(int methodId, Object receiver, Object[] arguments) {
    lastReceiver = receiver;
    events.add("call " + methodId + " " + Arrays.deepToString(arguments));
    return "token " + methodId;
  }

  @Override
  public void callEnded(Object token, Object result, Throwable thrown) {
    String type = result == null ? "" : result.getClass().getSimpleName() + " ";
    events.add(token + " -> " + (thrown == null ? type + result : "throws " + thrown));
  }

  @Override
  public Object scopeStarted(int methodId) {
    events.add("scope " + methodId);
    return "end " + methodId;
  }

  @Override
  public void scopeEnded(Object token) {
    events.add("scope " + token);
  }

  @Override
  public void hookFailed(Throwable fault) {
    failures.add(fault);
  }
}
