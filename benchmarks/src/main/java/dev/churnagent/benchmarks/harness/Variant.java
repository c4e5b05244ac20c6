package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is added to a JVM to be measured. */
public interface Variant {
  /** Nothing: what all others are compared with. */
  String NONE = "none";

  /** Our agent, as it is started by a user. */
  String AGENT = "agent";

  /** The name on the command line and in tables. */
  String name();

  /**
   * The JVM's options.
   *
   * @param folder where it may write
   */
  List<String> options(Path folder) throws IOException;
}
