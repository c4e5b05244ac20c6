package dev.churnagent.instrument;

import dev.churnagent.hook.CallSink;
import dev.churnagent.hook.TaskSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The least that follows a context from thread to thread by what the hooks tell. */
final class ContextSink implements CallSink, TaskSink {
  /** A task without context: what the pool's thread was started with does not count for it. */
  private static final String NOTHING = "null";

  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final List<String> handedOver = Collections.synchronizedList(new ArrayList<>());
  final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private final ThreadLocal<Object> current = new ThreadLocal<>();
  private final Map<Object, Object> contexts = new IdentityHashMap<>();

  /** The context of this thread, or what it was started with. */
  String here() {
    return String.valueOf(context());
  }

  private Object context() {
    Object context = current.get();
    return context != null ? context : of(Thread.currentThread());
  }

  void enter(String context) {
    current.set(context);
  }

  void leave() {
    current.remove();
  }

  private synchronized Object of(Object task) {
    return contexts.get(task);
  }

  private synchronized void set(Object task, Object context) {
    contexts.put(task, context);
  }

  @Override
  public void handedOver(Object task) {
    Object context = context();
    if (context != null && context != NOTHING) {
      handedOver.add(task.getClass().getName());
      set(task, context);
    }
  }

  @Override
  public void taskMade(Object task) {
    handedOver(task);
  }

  @Override
  public void madeForOneRun(Object task) {
    handedOver(task);
  }

  @Override
  public void rejected(Object task) {}

  @Override
  public void taskOver(Object task) {}

  @Override
  public void forked(Object task) {
    handedOver(task);
  }

  @Override
  public void taskStarting(Object task) {
    Object context = task == null ? null : of(task);
    current.set(context == null ? NOTHING : context);
  }

  @Override
  public Object taskEntered(Object task) {
    Object context = of(task);
    if (context == null) {
      return null;
    }
    Object before = current.get();
    current.set(context);
    return before == null ? this : before;
  }

  @Override
  public Object attemptEntered(Object task) {
    Object token = taskEntered(task);
    if (token == null) {
      taskMade(task);
    }
    return token;
  }

  @Override
  public void copied(Object from, Object to) {}

  @Override
  public Object loopEntered() {
    return null;
  }

  @Override
  public void loopItem(Object item) {}

  @Override
  public Object waitingEntered(Iterable<?> waiting) {
    return null;
  }

  @Override
  public void taskLeft(Object token) {
    current.set(token == this ? null : token);
  }

  @Override
  public Object callStarted(int methodId, Object receiver, Object[] arguments) {
    calls.add("call");
    return this;
  }

  @Override
  public void callEnded(Object token, Object result, Throwable thrown) {
    calls.add("called " + result);
  }

  @Override
  public Object scopeStarted(int methodId) {
    enter("in test");
    return this;
  }

  @Override
  public void scopeEnded(Object token) {
    leave();
  }

  @Override
  public void hookFailed(Throwable fault) {
    failures.add(fault);
  }
}
