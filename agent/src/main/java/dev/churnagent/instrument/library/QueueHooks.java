package dev.churnagent.instrument.library;

import static dev.churnagent.instrument.library.TaskAdvice.ADDED;
import static dev.churnagent.instrument.library.TaskAdvice.ARGUMENT_MADE;
import static dev.churnagent.instrument.library.TaskAdvice.BACK;
import static dev.churnagent.instrument.library.TaskAdvice.HANDED_OVER;
import static dev.churnagent.instrument.library.TaskAdvice.ITEM;
import static dev.churnagent.instrument.library.TaskAdvice.ITEM_ASKED;
import static dev.churnagent.instrument.library.TaskAdvice.LOOP;
import static dev.churnagent.instrument.library.TaskAdvice.LOOP_ITEM;
import static dev.churnagent.instrument.library.TaskAdvice.MADE;
import static dev.churnagent.instrument.library.TaskAdvice.MADE_FOR_ONE_RUN;
import static dev.churnagent.instrument.library.TaskAdvice.REJECTED;
import static dev.churnagent.instrument.library.TaskAdvice.RUN;
import static dev.churnagent.instrument.library.TaskAdvice.RUNNABLE;
import static dev.churnagent.instrument.library.TaskAdvice.SECOND_HANDED_OVER;
import static dev.churnagent.instrument.library.TaskAdvice.SECOND_RUN;
import static dev.churnagent.instrument.library.TaskAdvice.TAKEN;
import static dev.churnagent.instrument.library.TaskAdvice.THIS_RUN;
import static dev.churnagent.instrument.library.TaskAdvice.TO_QUEUE;

import java.util.List;

/**
 * How work gets from one thread to another where a library does not use the JDK's executors: event
 * loops, timers and queues of its own. As with {@code TaskHooks}, nothing is wrapped. Read from the
 * byte code of the versions that the integration tests run.
 *
 * <p>Three shapes: what is put in a queue ({@link TaskAdvice#HANDED_OVER}) or made to be run later,
 * perhaps by way of several queues ({@link TaskAdvice#MADE}), and is then run by a method ({@link
 * TaskAdvice#RUN}, {@link TaskAdvice#THIS_RUN}); and a loop ({@link TaskAdvice#LOOP}) that works
 * through items which it takes by a method ({@link TaskAdvice#ITEM}) or asks one question first
 * ({@link TaskAdvice#ITEM_ASKED}).
 */
final class QueueHooks {
  private QueueHooks() {}

  static void addTo(List<LibraryClass> classes) {
    addNetty(classes);
    addOkHttp(classes);
    addApache(classes);
    addCoroutines(classes);
    addOthers(classes);
  }

  private static void addNetty(List<LibraryClass> classes) {
    String concurrent = "io/netty/util/concurrent/";
    classes.add(
        new LibraryClass(concurrent + "SingleThreadEventExecutor")
            .needs("addTask", RUNNABLE, HANDED_OVER)
            .with("reject", RUNNABLE, REJECTED));
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

  private static void addOthers(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("org/eclipse/jetty/util/thread/QueuedThreadPool")
            .with("execute", RUNNABLE, HANDED_OVER)
            .with("runJob", RUNNABLE, RUN));
    classes.add(
        new LibraryClass("org/apache/tomcat/util/threads/ThreadPoolExecutor")
            // Not execute, which comes here: the task would have two contexts and one run.
            .with("executeInternal", RUNNABLE, HANDED_OVER)
            .with("reject", RUNNABLE, REJECTED)
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
