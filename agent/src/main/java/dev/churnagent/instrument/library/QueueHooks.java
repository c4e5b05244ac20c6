package dev.churnagent.instrument.library;

import java.util.List;

/**
 * How work gets from one thread to another where a library does not use the JDK's executors: event
 * loops, timers and queues of its own. As with {@code TaskHooks}, nothing is wrapped. Read from the
 * byte code of the versions that the integration tests run.
 *
 * <p>Three shapes: what is put in a queue ({@link #HANDED_OVER}) or made to be run later, perhaps
 * by way of several queues ({@link #MADE}), and is then run by a method ({@link #RUN}, {@link
 * #THIS_RUN}); and a loop ({@link #LOOP}) that works through items which it takes by a method
 * ({@link #ITEM}) or asks one question first ({@link #ITEM_ASKED}).
 */
final class QueueHooks {
  private static final String HANDED_OVER = "task.ArgumentHandedOverAdvice";
  private static final String SECOND_HANDED_OVER = "task.SecondArgumentHandedOverAdvice";
  private static final String MADE = "task.ThisMadeAdvice";
  private static final String MADE_FOR_ONE_RUN = "task.ThisMadeForOneRunAdvice";
  private static final String ARGUMENT_MADE = "task.ArgumentMadeAdvice";
  private static final String RUN = "task.ArgumentRunAdvice";
  private static final String SECOND_RUN = "task.SecondArgumentRunAdvice";
  private static final String THIS_RUN = "task.ForkJoinRunAdvice";
  private static final String OVER = "task.ThisOverAdvice";
  private static final String RUN_AGAIN = "task.RunAgainAdvice";
  private static final String TAKEN = "task.TaskReturnedAdvice";
  private static final String LOOP = "task.LoopAdvice";
  private static final String ITEM = "task.ItemTakenAdvice";
  private static final String ITEM_ASKED = "task.ItemAskedAdvice";

  /** Inside a method: what runs next in a loop, and what is put into a queue of the JDK's. */
  private static final String LOOP_ITEM = "loopItem";

  private static final String TO_QUEUE = "handedOver";

  /** What is taken out again, because there is no thread for it. */
  private static final String BACK = "rejected";

  private static final String ADDED = "(Ljava/lang/Object;)Z";
  private static final String RUNNABLE = "(Ljava/lang/Runnable;)V";

  private QueueHooks() {}

  static void addTo(List<LibraryClass> classes) {
    addNetty(classes);
    addOkHttp(classes);
    addApache(classes);
    addPools(classes);
    addCoroutines(classes);
    addReactor(classes);
    addAsyncHttp(classes);
    addJettyClient(classes);
    addVertxClient(classes);
    addOthers(classes);
  }

  private static void addNetty(List<LibraryClass> classes) {
    String concurrent = "io/netty/util/concurrent/";
    classes.add(
        new LibraryClass(concurrent + "SingleThreadEventExecutor")
            .needs("addTask", RUNNABLE, HANDED_OVER)
            .with("reject", RUNNABLE, "task.ArgumentRejectedAdvice"));
    classes.add(
        new LibraryClass(concurrent + "AbstractEventExecutor")
            .needs("safeExecute", RUNNABLE, RUN)
            .with("runTask", RUNNABLE, RUN));
    classes.add(
        new LibraryClass(concurrent + "GlobalEventExecutor")
            .with("addTask", RUNNABLE, HANDED_OVER));
    classes.add(
        new LibraryClass(concurrent + "NonStickyEventExecutorGroup$NonStickyOrderedEventExecutor")
            .with("execute", RUNNABLE, HANDED_OVER));
    classes.add(
        new LibraryClass(concurrent + "ScheduledFutureTask")
            .with("<init>", "*", MADE)
            .with("run", "()V", THIS_RUN));
    classes.add(
        new LibraryClass("io/netty/util/HashedWheelTimer$HashedWheelTimeout")
            .with("<init>", "*", MADE)
            .with("expire", "()V", THIS_RUN)
            .with("run", "()V", THIS_RUN));
    // What comes in on a connection is work of whoever opened it: a reconnect, for one.
    classes.add(
        new LibraryClass("io/netty/channel/DefaultChannelPipeline")
            .with("connect", "*", MADE)
            .with("fireChannelRead", "*", THIS_RUN)
            .with("fireChannelInactive", "*", THIS_RUN)
            .with("fireExceptionCaught", "*", THIS_RUN)
            .with("fireUserEventTriggered", "*", THIS_RUN));
    // So is what follows on a connect, or its failure: another attempt, to another address.
    addConnecting(classes, "nio/AbstractNioChannel$AbstractNioUnsafe");
    addConnecting(classes, "epoll/AbstractEpollChannel$AbstractEpollUnsafe");
    addConnecting(classes, "kqueue/AbstractKQueueChannel$AbstractKQueueUnsafe");
  }

  private static void addConnecting(List<LibraryClass> classes, String unsafe) {
    classes.add(
        new LibraryClass("io/netty/channel/" + unsafe)
            .with("connect", "*", MADE)
            .with("finishConnect", "()V", THIS_RUN));
  }

  private static void addOkHttp(List<LibraryClass> classes) {
    // A call waits in the dispatcher until another one ends, whose thread then hands it over.
    classes.add(
        new LibraryClass("okhttp3/Dispatcher")
            .with("enqueue", "*", ARGUMENT_MADE)
            .with("enqueue$okhttp", "*", ARGUMENT_MADE));
    classes.add(
        new LibraryClass("okhttp3/internal/connection/RealCall$AsyncCall")
            .with("run", "()V", THIS_RUN));
    classes.add(new LibraryClass("okhttp3/RealCall$AsyncCall").with("execute", "()V", THIS_RUN));
    classes.add(
        new LibraryClass("okhttp3/internal/concurrent/Task")
            .with("<init>", "(Ljava/lang/String;Z)V", MADE));
    classes.add(
        new LibraryClass("okhttp3/internal/concurrent/TaskRunner")
            .with("awaitTaskToRun", "()*", TAKEN));
  }

  private static void addApache(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("org/apache/hc/core5/reactor/IOSessionRequest").with("<init>", "*", MADE));
    classes.add(
        new LibraryClass("org/apache/hc/core5/reactor/SingleCoreIOReactor")
            .with("processConnectionRequest", "*", SECOND_RUN));
    // A request for a pooled connection is answered by whoever gives one back.
    classes.add(
        new LibraryClass("org/apache/hc/core5/concurrent/BasicFuture")
            .with("<init>", "*", MADE)
            .with("completed", "*", THIS_RUN)
            .with("failed", "*", THIS_RUN));
    classes.add(
        new LibraryClass("org/apache/http/concurrent/BasicFuture")
            .with("<init>", "*", MADE)
            .with("completed", "*", THIS_RUN)
            .with("failed", "*", THIS_RUN));
    classes.add(
        new LibraryClass("org/apache/http/impl/nio/reactor/SessionRequestImpl")
            .with("<init>", "*", MADE)
            .with("isCompleted", "()Z", ITEM_ASKED));
    classes.add(
        new LibraryClass("org/apache/http/impl/nio/reactor/DefaultConnectingIOReactor")
            .with("processSessionRequests", "()V", LOOP));
    // A redirect, or a second try, is begun where the answer to the one before came in.
    String async = "org/apache/hc/client5/http/impl/async/";
    for (String step : new String[] {"AsyncRedirectExec", "AsyncHttpRequestRetryExec"}) {
      classes.add(
          new LibraryClass(async + step)
              .with(
                  "internalExecute",
                  "(L" + async + step + "$State;*",
                  "task.ArgumentRunAgainAdvice"));
    }
    classes.add(
        new LibraryClass("org/apache/http/impl/nio/client/AbstractClientExchangeHandler")
            .with("requestConnection", "()V", RUN_AGAIN));
  }

  /** What waits for a pooled connection is served by whoever gives one back, or closes one. */
  private static void addPools(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("org/apache/http/nio/pool/LeaseRequest").with("<init>", "*", MADE));
    classes.add(
        new LibraryClass("org/apache/http/nio/pool/AbstractNIOConnPool")
            .with("processPendingRequest", "*", RUN));
  }

  /**
   * A coroutine, and each point at which it waits, is work of whoever began it, not of whoever
   * wakes it: after a delay that is a thread which serves everybody.
   */
  private static void addCoroutines(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("kotlinx/coroutines/DispatchedTask")
            .with("<init>", "(I)V", "task.CoroutineMadeAdvice")
            .with("run", "()V", THIS_RUN));
    classes.add(
        new LibraryClass("kotlinx/coroutines/CoroutineDispatcher")
            .with("releaseInterceptedContinuation", "*", "task.ArgumentOverAdvice"));
    // What is no coroutine: a Runnable, if a dispatcher is used as an executor.
    classes.add(
        new LibraryClass("kotlinx/coroutines/scheduling/TaskImpl")
            .with("<init>", "*", MADE_FOR_ONE_RUN)
            .with("run", "()V", THIS_RUN));
    // Its worker runs what others have put in its queue; before 1.7 it is its own worker.
    String internal = "kotlinx/coroutines/internal/";
    classes.add(
        new LibraryClass(internal + "LimitedDispatcher")
            .with("dispatch", "*", SECOND_HANDED_OVER)
            .with("dispatchYield", "*", SECOND_HANDED_OVER)
            .with("run", "()V", LOOP));
    classes.add(new LibraryClass(internal + "LimitedDispatcher$Worker").with("run", "()V", LOOP));
    classes.add(
        new LibraryClass(internal + "LockFreeTaskQueue").with("removeFirstOrNull", "()*", ITEM));
  }

  private static void addReactor(List<LibraryClass> classes) {
    classes.add(new LibraryClass("reactor/pool/AbstractPool$Borrower").with("<init>", "*", MADE));
    classes.add(
        new LibraryClass("reactor/pool/SimpleDequePool")
            .with("drainLoop", "()V", LOOP)
            .with("pendingPoll", "*", ITEM));
    // What is tried again, or repeated, is begun anew wherever it came to its end: a request on
    // the loop of a pooled connection, which another one had opened.
    String publisher = "reactor/core/publisher/Flux";
    for (String operator :
        new String[] {
          "Retry$RetrySubscriber",
          "RetryPredicate$RetryPredicateSubscriber",
          "Repeat$RepeatSubscriber",
          "RepeatPredicate$RepeatPredicateSubscriber"
        }) {
      // The first time is one of them.
      classes.add(new LibraryClass(publisher + operator).with("resubscribe", "()V", RUN_AGAIN));
    }
    for (String operator :
        new String[] {"RetryWhen$RetryWhenMainSubscriber", "RepeatWhen$RepeatWhenMainSubscriber"}) {
      classes.add(
          new LibraryClass(publisher + operator)
              .with("<init>", "*", MADE)
              .with("resubscribe", "*", THIS_RUN)
              // Each request of Reactor Netty is one of them: they would be many until collected.
              .with(operator.startsWith("Retry") ? "onComplete" : "whenComplete", "()V", OVER)
              .with("whenError", "*", OVER)
              .with("cancel", "()V", OVER));
    }
  }

  /** AsyncHttpClient sends a request again, or to another place, where its last answer came in. */
  private static void addAsyncHttp(List<LibraryClass> classes) {
    String netty = "org/asynchttpclient/netty/";
    classes.add(new LibraryClass(netty + "NettyResponseFuture").with("<init>", "*", MADE));
    classes.add(
        new LibraryClass(netty + "request/NettyRequestSender")
            .with("sendNextRequest", "*", SECOND_RUN));
  }

  /**
   * Jetty's client. A request that is sent to another place, or again, is a copy, sent where the
   * answer came in. One that waits for a connection gets one where another's came to its end.
   */
  private static void addJettyClient(List<LibraryClass> classes) {
    String client = "org/eclipse/jetty/client/";
    classes.add(
        new LibraryClass(client + "HttpClient")
            .with("copyRequest", "*", "task.ArgumentCopiedAdvice"));
    // Since 12 in a package of its own.
    for (String folder : new String[] {client, client + "transport/"}) {
      classes.add(
          new LibraryClass(folder + "HttpDestination")
              .with("send", "(L" + folder + "HttpRequest;*", "task.ArgumentRunAgainAdvice")
              .with("send", "(L" + folder + "HttpExchange;)V", HANDED_OVER)
              .with("release", "*", LOOP)
              .with("remove", "*", LOOP)
              .with("succeeded", "()V", LOOP)
              .with("newConnection", "*", "task.JettyQueueAdvice"));
    }
  }

  /**
   * Vert.x' client. A request may get a connection where another one's answer came to its end, and
   * its own answer comes on a connection that perhaps another one has opened: what follows on
   * either, such as a redirect, is done for whoever made the request.
   */
  private static void addVertxClient(List<LibraryClass> classes) {
    // Since 5 in the other package.
    for (String folder : new String[] {"internal/pool/", "net/impl/pool/"}) {
      String pool = "io/vertx/core/" + folder;
      classes.add(new LibraryClass(pool + "PoolWaiter").with("<init>", "*", MADE));
      classes.add(
          new LibraryClass(pool + "SimpleConnectionPool$Acquire")
              .with("<init>", "*", "task.CopyToFourthArgumentAdvice"));
      classes.add(new LibraryClass(pool + "SimpleConnectionPool").with("connect", "*", SECOND_RUN));
      classes.add(
          new LibraryClass(pool + "SimpleConnectionPool$LeaseImpl")
              .with("<init>", "*", "task.SecondArgumentCopyMadeAdvice")
              .with("emit", "()V", THIS_RUN));
    }
    // Requests that come while a server is looked up for the first time share what was begun by
    // the first of them. Since 5.1.
    classes.add(
        new LibraryClass("io/vertx/core/net/endpoint/impl/EndpointResolverImpl")
            .with("lookupEndpoint", "*", SECOND_HANDED_OVER));
    classes.add(
        new LibraryClass("io/vertx/core/impl/future/FutureImpl")
            .with("completeInternal", "*", THIS_RUN));
    String http = "io/vertx/core/http/impl/";
    classes.add(
        new LibraryClass(http + "HttpClientRequestImpl")
            .with("<init>", "*", MADE)
            .with("handleResponse", "*", THIS_RUN)
            .with("handleException", "*", THIS_RUN));
    classes.add(
        new LibraryClass(http + "HttpClientResponseImpl")
            .with("<init>", "(L" + http + "HttpClientRequestBase;*", "task.CopyMadeAdvice")
            .with("handleEnd", "*", THIS_RUN));
  }

  private static void addOthers(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("org/eclipse/jetty/util/thread/QueuedThreadPool")
            .with("execute", RUNNABLE, HANDED_OVER)
            .with("runJob", RUNNABLE, RUN));
    classes.add(
        new LibraryClass("org/apache/tomcat/util/threads/ThreadPoolExecutor")
            // Not execute, which comes here: the task would have two contexts and one run.
            .with("executeInternal", RUNNABLE, HANDED_OVER)
            .with("reject", RUNNABLE, "task.ArgumentRejectedAdvice")
            .with("getTask", "()Ljava/lang/Runnable;", TAKEN));
    addSerial(classes);
    addActors(classes);
    addJboss(classes);
  }

  /** Executors that run one task after another on whichever thread another executor has. */
  private static void addSerial(List<LibraryClass> classes) {
    String concurrent = "com/google/common/util/concurrent/";
    // Before Guava 23.3 it has the other name.
    for (String name : new String[] {"SequentialExecutor", "SerializingExecutor"}) {
      String executor = concurrent + name;
      // The task in the queue may be a wrapper that execute has just made.
      classes.add(
          new LibraryClass(executor)
              .at("execute", RUNNABLE, "add", ADDED, TO_QUEUE)
              .at("execute", RUNNABLE, "removeLastOccurrence", ADDED, BACK));
      classes.add(loop(new LibraryClass(executor + "$QueueWorker"), "workOnQueue"));
    }
    classes.add(
        loop(
            new LibraryClass("io/grpc/internal/SerializingExecutor")
                .at("execute", RUNNABLE, "add", ADDED, TO_QUEUE)
                .at("schedule", RUNNABLE, "remove", ADDED, BACK),
            "run"));
    classes.add(
        loop(
            new LibraryClass("io/grpc/SynchronizationContext")
                .at("executeLater", RUNNABLE, "add", ADDED, TO_QUEUE),
            "drain"));
  }

  /**
   * Akka's and Pekko's scheduler, whose one thread gives to others what is due, and an actor's
   * messages, which are worked through by whichever thread the actor has just been given.
   */
  private static void addActors(List<LibraryClass> classes) {
    for (String root : new String[] {"org/apache/pekko/", "akka/"}) {
      classes.add(
          new LibraryClass(root + "actor/LightArrayRevolverScheduler$TaskHolder")
              .with("<init>", "*", MADE_FOR_ONE_RUN)
              .with("executeTask", "()Z", THIS_RUN));
      classes.add(
          new LibraryClass(root + "dispatch/Envelope").with("<init>", "*", MADE_FOR_ONE_RUN));
      classes.add(
          new LibraryClass(root + "actor/ActorCell")
              .with("invoke", "(L" + root + "dispatch/Envelope;)V", RUN));
    }
  }

  /** The method runs Runnables that others have put into a queue. */
  private static LibraryClass loop(LibraryClass owner, String method) {
    return owner.with(method, "()V", LOOP).at(method, "()V", "run", "()V", LOOP_ITEM);
  }

  /** The pool of Undertow, WildFly and Quarkus. Since 3.2 a task is wrapped in one of its own. */
  private static void addJboss(List<LibraryClass> classes) {
    String pool = "org/jboss/threads/EnhancedQueueExecutor";
    classes.add(
        new LibraryClass(pool).with("tryExecute", "*", HANDED_OVER).with("safeRun", RUNNABLE, RUN));
    classes.add(new LibraryClass(pool + "$Task").with("run", "()V", THIS_RUN));
    classes.add(
        new LibraryClass(pool + "$AbstractScheduledFuture")
            .with("<init>", "*", MADE)
            .with("run", "()V", THIS_RUN));
  }
}
