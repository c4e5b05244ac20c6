package dev.churnagent.sockets;

import java.util.HashMap;
import java.util.Map;

/** A system whose commands print what was captured, and has no others. */
final class CapturedCommands implements CommandRunner {
  private final Map<String, byte[]> outputs = new HashMap<>();

  /** The command whose words begin like this prints that file. */
  CapturedCommands with(String words, String file) {
    return with(words, Captured.bytes(file));
  }

  CapturedCommands with(String words, byte[] output) {
    outputs.put(words, output);
    return this;
  }

  @Override
  public CommandOutput run(String... words) {
    String line = String.join(" ", words);
    for (Map.Entry<String, byte[]> known : outputs.entrySet()) {
      if (line.startsWith(known.getKey())) {
        return new CommandOutput(known.getValue(), null);
      }
    }
    return CommandOutput.failed("there is no '" + words[0] + "'");
  }
}
