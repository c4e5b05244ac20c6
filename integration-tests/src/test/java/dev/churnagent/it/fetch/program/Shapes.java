package dev.churnagent.it.fetch.program;

import dev.churnagent.it.fetch.client.Client;
import dev.churnagent.it.fetch.client.ClientKind;

/** Every shape and every near miss, one after the other, each on a path of its own. */
public final class Shapes {
  private Shapes() {}

  /** Arguments: the client's kind, the server's URL. */
  public static void main(String... arguments) throws Exception {
    try (Client client = Client.of(ClientKind.valueOf(arguments[0]))) {
      Device device = new Device(client, arguments[1]);
      runAll(new Flow(device));
      runAll(new FanOut(device));
      runAll(new NearMisses(device));
      new OwnServer(client).runUntilItIsUp("/own");
    }
    System.out.println("done");
    // Executors' threads are idle, not daemons.
    System.exit(0);
  }

  private static void runAll(Flow flow) throws Exception {
    flow.runSequence("/sequence");
    flow.runSequence("/sequence");
    flow.runClosing("/closing");
    flow.runDeepSequence("/deep");
    flow.runNested("/nested");
    flow.runLoop("/loop");
    flow.runDifferentArguments("/arguments");
    flow.runWrites("/writes");
    flow.runUntilTheAnswerChanged("/changed/until/3");
  }

  private static void runAll(FanOut fanOut) throws Exception {
    fanOut.runExecutor("/executor");
    fanOut.runCompletableFutures("/futures");
    fanOut.runParallelStream("/parallel");
    fanOut.runThreads("/threads");
    if (Runtime.version().feature() >= 21) {
      fanOut.runVirtualThreads("/virtual");
    }
  }

  private static void runAll(NearMisses near) throws Exception {
    near.runWaitingLoop("/waiting/until/4");
    near.runRegularPolling("/polling");
    near.runRetries("/retried/fails/2");
    near.runDifferentQueries("/queries");
    near.runDifferentBodies("/bodies");
    near.runOnce("/scopes");
    near.runOnce("/scopes");
    near.runWriteBetween("/written");
    near.runCacheHits("/cached");
  }
}
