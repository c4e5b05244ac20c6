package dev.churnagent.it.fetch.program;

import dev.churnagent.it.fetch.client.Client;
import dev.churnagent.it.fetch.client.ClientKind;
import java.io.IOException;

/** Scopes in scopes, by a pattern that names an interface; and work outside of any. */
public final class NestedScopes {
  private final Device device;

  private NestedScopes(Device device) {
    this.device = device;
  }

  /** Argument: the server's URL. */
  public static void main(String... arguments) throws IOException {
    try (Client client = Client.of(ClientKind.URL_CONNECTION)) {
      NestedScopes scopes = new NestedScopes(new Device(client, arguments[0]));
      scopes.outer();
      scopes.device.fetch("/outside/closing");
      scopes.device.fetch("/outside/closing");
    }
    System.out.println("done");
  }

  /** Named by a pattern of its own. */
  private void outer() throws IOException {
    device.fetch("/outer/closing");
    for (int i = 0; i < 3; i++) {
      new FirstTask().perform(device);
    }
    new SecondTask().perform(device);
    device.fetch("/outer/closing");
  }

  /** The scope that a pattern names. */
  interface Task {
    void perform(Device device) throws IOException;
  }

  private static final class FirstTask implements Task {
    @Override
    public void perform(Device device) throws IOException {
      device.fetch("/inner/closing");
    }
  }

  private static final class SecondTask implements Task {
    @Override
    public void perform(Device device) throws IOException {
      device.fetch("/second/closing");
      device.fetch("/second/closing");
    }
  }
}
