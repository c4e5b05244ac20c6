package dev.churnagent.recorder.call;

import java.util.function.BiConsumer;

/** Waits at a future for its call's answer. Held by the future alone. */
final class CallCompletion implements BiConsumer<Object, Throwable> {
  private final CallRecorder recorder;
  private final ActiveCall call;

  CallCompletion(CallRecorder recorder, ActiveCall call) {
    this.recorder = recorder;
    this.call = call;
  }

  @Override
  public void accept(Object result, Throwable thrown) {
    try {
      recorder.completed(call, result, thrown);
    } catch (Throwable fault) {
      recorder.hookFailed(fault);
    }
  }
}
