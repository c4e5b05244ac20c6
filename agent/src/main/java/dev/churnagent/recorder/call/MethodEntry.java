package dev.churnagent.recorder.call;

/** What the recorder needs of one woven method. */
final class MethodEntry {
  final int id;

  /** The same for all methods that count as one: of the same pattern and name. */
  final int group;

  /** How reports name it. */
  final String target;

  /** Where a key of this method starts. */
  final long seed;

  /** Names of the parameters, or null. */
  final String[] parameters;

  /** The request that stands for all keys that found no room, or -1 so far. */
  volatile int overflowRequest = -1;

  MethodEntry(int id, int group, String target, long seed, String[] parameters) {
    this.id = id;
    this.group = group;
    this.target = target;
    this.seed = seed;
    this.parameters = parameters;
  }
}
