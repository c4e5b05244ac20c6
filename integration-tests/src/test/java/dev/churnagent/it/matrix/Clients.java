package dev.churnagent.it.matrix;

import java.util.ArrayList;
import java.util.List;

/** All clients of the matrix. */
final class Clients {
  private static final int FEW = 10;

  private Clients() {}

  static List<Client> all() {
    List<Client> all = new ArrayList<>();
    all.addAll(handOffs());
    all.addAll(ofTheJdk());
    all.addAll(ofHttp());
    all.addAll(ofNetty());
    all.addAll(ofServers());
    all.addAll(ofPools());
    all.addAll(ofQueues());
    return all;
  }

  private static List<Client> ofPools() {
    Call fromTwo =
        Call.of("submitFromTwo").by("submittedByOne", "submittedByAnother").never("startWorkers");
    return List.of(
        new Client(
            "jboss-threads-3",
            "JbossThreads",
            Server.SOCKET,
            fromTwo,
            Call.of("schedule"),
            Call.of("fixedRate")),
        new Client("jboss-threads-2", "JbossThreads", Server.SOCKET, fromTwo));
  }

  /** Queues of one task at a time, which whoever comes first works for all. */
  private static List<Client> ofQueues() {
    List<Client> clients = new ArrayList<>();
    for (String version : List.of("pekko-1.7", "pekko-1.0")) {
      clients.add(
          new Client(
              version,
              "PekkoQueues",
              Server.SOCKET,
              Call.of("scheduleOnceFromTwo").by("scheduledByOne", "scheduledByAnother"),
              Call.of("fixedDelay"),
              Call.of("fixedRate"),
              Call.of("tellFromTwo").by("toldByOne", "toldByAnother")));
    }
    for (String version : List.of("guava-33", "guava-23")) {
      clients.add(
          new Client(
              version,
              "GuavaQueues",
              Server.SOCKET,
              Call.of("sequentialFromTwo").by("sequentialByOne", "sequentialByAnother")));
    }
    for (String version : List.of("grpc-1.85", "grpc-1.50")) {
      clients.add(
          new Client(
              version,
              "GrpcQueues",
              Server.SOCKET,
              Call.of("serialFromTwo").by("serialByOne", "serialByAnother"),
              Call.of("synchronizedFromTwo").by("synchronizedByOne", "synchronizedByAnother")));
    }
    return clients;
  }

  private static List<Client> ofTheJdk() {
    return List.of(
        new Client(
            Client.JDK,
            "JdkHttp",
            Server.HTTP,
            Call.of("send"),
            Call.of("sendAskingForUpgrade"),
            Call.of("sendByNewClient").eachByItsOwnClient(),
            Call.of("sendAsync"),
            Call.of("sendAsyncByOwnExecutor"),
            Call.of("chained"),
            Call.of("redirected"),
            Call.of("redirectedAsync")),
        new Client(Client.JDK, "JdkHttp", Server.NGINX, Call.of("send"), Call.of("sendAsync")),
        new Client(
            Client.JDK, "UrlConnection", Server.HTTP, Call.of("read"), Call.of("statusOnly")),
        new Client(
            Client.JDK,
            "AsyncChannel",
            Server.SOCKET,
            Call.of("future"),
            Call.of("handler"),
            Call.of("handlerOfOwnGroup")));
  }

  private static List<Client> handOffs() {
    return List.of(
        new Client(
            Client.JDK,
            "HandOffs",
            Server.SOCKET,
            Call.of("threadStart"),
            Call.of("threadsOfThreads"),
            Call.of("execute"),
            Call.of("submitCallable"),
            Call.of("submitRunnable"),
            Call.of("methodReference"),
            Call.of("invokeAll"),
            Call.of("invokeAny"),
            Call.of("completionService"),
            Call.of("cachedPool"),
            Call.of("scheduledOnce"),
            Call.of("fixedRate"),
            Call.of("fixedDelay"),
            Call.of("timer"),
            Call.of("timerOnce")),
        new Client(
            Client.JDK,
            "Stages",
            Server.SOCKET,
            Call.of("commonPool"),
            Call.of("workStealingPool"),
            Call.of("splitTask"),
            Call.of("parallelStream"),
            Call.of("supplyAsync"),
            Call.of("supplyAsyncToPool"),
            Call.of("thenApplyAsync"),
            Call.of("thenComposeAsync"),
            Call.of("stageCompletedElsewhere").by("addStage").never("complete"),
            Call.of("delayedExecutor")),
        new Client(
            Client.JDK,
            "Workers",
            Server.SOCKET,
            Call.of("sameObjectFromTwo").by("sameObjectByOne", "sameObjectByAnother"),
            Call.of("workerInTurns").by("workerByOne", "workerByAnother"),
            Call.of("givenAfterRejection").never("rejected", "discarded"),
            Call.of("forcedFromTwo").by("forcedByOne", "forcedByAnother"),
            Call.of("ownQueue").by("ownQueueStarted").never("ownQueueFed"),
            Call.of("afterTheLastTask", FEW).byOthersThan("lastTask")),
        new Client(
                Client.JDK,
                "NewHandOffs",
                Server.SOCKET,
                Call.of("virtualThread"),
                Call.of("virtualThreadBuilder"),
                Call.of("threadPerTask"),
                Call.of("structuredScope"))
            .flags("--enable-preview")
            .from(25));
  }

  private static List<Client> ofHttp() {
    List<Client> clients = new ArrayList<>();
    for (String version : List.of("okhttp-5", "okhttp-4", "okhttp-3")) {
      clients.add(
          new Client(
              version,
              "OkHttp",
              Server.HTTP,
              Call.of("execute"),
              Call.of("executeByNewClient").eachByItsOwnClient(),
              Call.of("enqueue"),
              Call.of("enqueueFromTwo").by("enqueuedByOne", "enqueuedByAnother")));
    }
    for (String major : List.of("5", "4")) {
      clients.add(
          new Client(
              "httpclient-" + major,
              "ApacheHttp" + major,
              Server.HTTP,
              Call.of("execute"),
              Call.of("executeByNewClient").eachByItsOwnClient(),
              Call.of("executeAsync"),
              Call.of("movedAsync").by("moved"),
              Call.of("executeAsyncFromTwo").by("asyncByOne", "asyncByAnother")));
    }
    for (String version : List.of("jersey-4", "jersey-3")) {
      clients.add(
          new Client(
              version,
              "Jersey",
              Server.HTTP,
              Call.of("get"),
              Call.of("getAsync"),
              Call.of("getByRx")));
    }
    for (String version : List.of("spring-7", "spring-6")) {
      clients.add(
          new Client(
                  version,
                  "Spring",
                  Server.HTTP,
                  Call.of("restTemplate"),
                  Call.of("restClient"),
                  Call.of("webClient"))
              .flags("-Dreactor.netty.native=false"));
    }
    for (String version : List.of("async-http-3", "async-http-2")) {
      clients.add(
          new Client(
              version,
              "AsyncHttp",
              Server.HTTP,
              Call.of("execute"),
              Call.of("executeAllAtOnce"),
              Call.of("executeAtSecondAddress"),
              Call.of("movedOnPooled").by("movedOnPooled", "keptBeforeMove"),
              Call.of("repeatedAfterPooled").by("repeatedAfterPooled", "keptBeforeRetry")));
    }
    for (String version : List.of("jetty-12", "jetty-11")) {
      clients.add(
          new Client(
              version,
              "JettyClient",
              Server.HTTP,
              Call.of("get"),
              Call.of("sendFromTwo").by("sentByOne", "sentByAnother"),
              Call.of("moved"),
              Call.of("sendBehind").by("sentFirst", "sentSecond", "sentThird")));
    }
    for (String version : List.of("rest-assured-6", "rest-assured-5")) {
      clients.add(
          new Client(
              version,
              "RestAssuredCalls",
              Server.HTTP,
              Call.of("get", FEW),
              Call.of("getThenMoved", FEW)));
    }
    clients.add(
        new Client(
            "coroutines",
            "Coroutines",
            Server.SOCKET,
            Call.of("dispatcherAsExecutor"),
            Call.of("future"),
            Call.of("executeRunnable"),
            Call.of("executeRunnableFromTwo").by("executedByOne", "executedByAnother"),
            Call.of("delayFromTwo").by("delayedByOne", "delayedByAnother").and("delayedFirst", 1)));
    return clients;
  }

  private static List<Client> ofNetty() {
    List<Client> clients = new ArrayList<>();
    clients.add(netty("netty-4.2", "NettyNio"));
    clients.add(netty("netty-4.1", "NettyNio"));
    clients.add(netty("netty-native-4.2", "NettyEpoll"));
    clients.add(netty("netty-native-4.1", "NettyEpoll"));
    clients.add(netty("netty-native-4.2", "NettyIoUring"));
    for (String version : List.of("reactor-netty-1.3", "reactor-netty-0.9")) {
      clients.add(reactorNetty(version).flags("-Dreactor.netty.native=false"));
      clients.add(reactorNetty(version));
    }
    for (String version : List.of("vertx-5", "vertx-4")) {
      clients.add(
          new Client(
              version,
              "Vertx",
              Server.HTTP,
              Call.of("request"),
              Call.of("requestFromTwo").by("requestByOne", "requestByAnother"),
              Call.of("movedOnPooled").by("movedOnPooled", "keptBeforeMove"),
              Call.of("movedAfterWait")
                  .by("movedByOne", "keptBeforeWait")
                  .and("movedByAnother", 2 * Call.TIMES),
              Call.of("requestFromThreads").by("inOneThread", "inAnotherThread"),
              Call.of("connect"),
              Call.of("executeBlocking")));
    }
    for (String version : List.of("vertx-web-5", "vertx-web-4")) {
      clients.add(
          new Client(
              version,
              "VertxWebClient",
              Server.HTTP,
              Call.of("webClientMoved").by("webClientMoved", "keptBeforeWebClient"),
              Call.of("webClientSendsNext").by("webClientSendsNext", "keptBeforeNext"),
              Call.of("webClientWithoutKeepAlive")
                  .and("webClientWithoutKeepAlive", 2 * Call.TIMES)));
    }
    for (String version : List.of("grpc-1.85", "grpc-1.50")) {
      Client grpc =
          new Client(
              version,
              "Grpc",
              Server.GRPC,
              Call.of("callByNewChannel", FEW).eachByItsOwnClient(),
              Call.of("callAsyncByNewChannel", FEW).eachByItsOwnClient(),
              Call.of("callsAfterIdling", FEW).by("callWhileIdle").never("callWhileConnected"));
      clients.add(grpc.flags("-Dio.grpc.netty.shaded.io.netty.transport.noNative=true"));
      clients.add(grpc);
    }
    return clients;
  }

  private static Client netty(String version, String program) {
    return new Client(
        version,
        program,
        Server.SOCKET,
        Call.of("connect"),
        Call.of("connectAllAtOnce"),
        Call.of("connectByNewGroup", FEW).eachByItsOwnClient(),
        Call.of("registeredThenConnected").by("connectRegistered").never("registerOnly"),
        Call.of("connectOnLoop"));
  }

  private static Client reactorNetty(String version) {
    return new Client(
        version,
        "ReactorNetty",
        Server.HTTP,
        Call.of("block"),
        Call.of("blockByNewConnection"),
        Call.of("subscribe"),
        Call.of("subscribeOnElastic"),
        Call.of("publishOnParallel"),
        Call.of("delayed"),
        Call.of("pooledFromTwo").by("pooledByOne", "pooledByAnother"),
        Call.of("movedOnPooled").by("movedOnPooled", "keptBeforeMove"),
        Call.of("repeatedAfterPooled").by("repeatedAfterPooled", "keptBeforeRetry"),
        Call.of("repeatedLater").by("repeatedLater", "keptBeforeBackoff"));
  }

  private static List<Client> ofServers() {
    List<Client> clients = new ArrayList<>();
    for (String version : List.of("hikaricp-7", "hikaricp-5")) {
      clients.add(
          new Client(
              version,
              "Hikari",
              Server.POSTGRES,
              Call.of("createPool", FEW),
              Call.of("createUsedPool", FEW).never("useConnection")));
    }
    for (String version : List.of("pgjdbc-42", "pgjdbc-9")) {
      clients.add(
          new Client(
              version,
              "Jdbc",
              Server.POSTGRES,
              Call.of("getConnection"),
              Call.of("withLoginTimeout")));
    }
    for (String version : List.of("lettuce-7", "lettuce-6")) {
      clients.add(
          new Client(
              version,
              "Lettuce",
              Server.REDIS,
              Call.of("connect"),
              Call.of("connectAsync"),
              Call.of("killed").by("connectVictim").and("connectKiller", 1).never("kill")));
    }
    clients.add(new Client("jedis-8", "Jedis8", Server.REDIS, Call.of("open"), Call.of("pooled")));
    clients.add(
        new Client(
            "jedis-3", "Jedis3", Server.REDIS, Call.of("open"), Call.of("pooled").by("ping")));
    return clients;
  }
}
