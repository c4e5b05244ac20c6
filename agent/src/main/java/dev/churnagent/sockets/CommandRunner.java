package dev.churnagent.sockets;

/** Runs a command of the system; replaced in tests by captured output. */
interface CommandRunner {
  /** Never throws: what goes wrong is in the result. */
  CommandOutput run(String... words);
}
