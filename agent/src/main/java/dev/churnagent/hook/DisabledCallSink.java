package dev.churnagent.hook;

/** Does nothing. A class of its own, because an interface's lambdas would load many classes. */
final class DisabledCallSink implements CallSink {
  @Override
  public Object callStarted(int methodId, Object receiver, Object[] arguments) {
    return null;
  }

  @Override
  public void callEnded(Object token, Object result, Throwable thrown) {}

  @Override
  public Object scopeStarted(int methodId) {
    return null;
  }

  @Override
  public void scopeEnded(Object token) {}

  @Override
  public void hookFailed(Throwable fault) {}
}
