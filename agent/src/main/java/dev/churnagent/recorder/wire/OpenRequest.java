package dev.churnagent.recorder.wire;

import dev.churnagent.recorder.call.Asker;

/** Who asked for a request that has no answer yet, and when. */
final class OpenRequest {
  final Asker asker;
  final long startNanos;

  OpenRequest(Asker asker, long startNanos) {
    this.asker = asker;
    this.startNanos = startNanos;
  }
}
