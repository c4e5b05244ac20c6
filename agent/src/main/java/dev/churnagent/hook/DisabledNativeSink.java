package dev.churnagent.hook;

/** Does nothing. A class of its own, because an interface's lambdas would load many classes. */
final class DisabledNativeSink implements NativeSink {
  @Override
  public Object connectStarted(int number, Object remote) {
    return null;
  }

  @Override
  public void connectReturned(Object token, boolean connected, Throwable thrown) {}

  @Override
  public Object finishStarted(int number) {
    return null;
  }

  @Override
  public void finishEnded(Object token, boolean connected, Throwable thrown) {}

  @Override
  public void fastOpened(int number, Object remote, boolean connected) {}

  @Override
  public void connectSubmitted(int number, Object remote) {}

  @Override
  public void connectCompleted(int number, int result) {}

  @Override
  public void datagramOpened(int number) {}

  @Override
  public void closing(int number) {}

  @Override
  public void outputShutDown(int number) {}

  @Override
  public void lingerSet(int number, int seconds) {}

  @Override
  public void hookFailed(Throwable fault) {}
}
