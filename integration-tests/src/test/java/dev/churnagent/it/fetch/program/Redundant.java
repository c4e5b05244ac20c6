package dev.churnagent.it.fetch.program;

import dev.churnagent.it.fetch.client.Client;
import dev.churnagent.it.fetch.client.ClientKind;

/** A sequence and a loop of five calls each: eight calls too many. */
public final class Redundant {
  private Redundant() {}

  /** Argument: the server's URL. */
  public static void main(String... arguments) throws Exception {
    try (Client client = Client.of(ClientKind.URL_CONNECTION)) {
      Flow flow = new Flow(new Device(client, arguments[0]));
      flow.runSequence("/sequence");
      flow.runLoop("/loop");
    }
    System.out.println("done");
  }
}
