package dev.churnagent.recorder;

/**
 * A Throwable for its back trace only: the VM fills it natively, and nothing resolves it. Made
 * without one; see {@link BackTrace#blank}.
 */
final class StackProbe extends Throwable {
  private static final long serialVersionUID = 1L;

  StackProbe() {
    super(null, null, false, false);
  }
}
