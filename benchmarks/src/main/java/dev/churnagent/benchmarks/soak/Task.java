package dev.churnagent.benchmarks.soak;

/** Something that is done with a running number. */
interface Task {
  void run(int number) throws Exception;
}
