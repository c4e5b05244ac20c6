package dev.churnagent.hook;

/** Does nothing. A class of its own, because an interface's lambdas would load many classes. */
final class DisabledClientSink implements ClientSink {
  @Override
  public void clientBuilt(Object client) {}

  @Override
  public Object clientEntered(Object user) {
    return null;
  }

  @Override
  public void clientLeft(Object token) {}

  @Override
  public void hookFailed(Throwable fault) {}
}
