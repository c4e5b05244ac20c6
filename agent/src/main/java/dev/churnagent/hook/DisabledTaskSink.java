package dev.churnagent.hook;

/** Does nothing. A class of its own, because an interface's lambdas would load many classes. */
final class DisabledTaskSink implements TaskSink {
  @Override
  public void handedOver(Object task) {}

  @Override
  public void taskMade(Object task) {}

  @Override
  public void madeForOneRun(Object task) {}

  @Override
  public void rejected(Object task) {}

  @Override
  public void taskOver(Object task) {}

  @Override
  public void forked(Object task) {}

  @Override
  public void taskStarting(Object task) {}

  @Override
  public Object taskEntered(Object task) {
    return null;
  }

  @Override
  public Object attemptEntered(Object task) {
    return null;
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
  public void taskLeft(Object token) {}

  @Override
  public void hookFailed(Throwable fault) {}
}
