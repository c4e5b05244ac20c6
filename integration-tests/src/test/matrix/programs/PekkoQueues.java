package programs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import library.RepeatedOpener;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.Props;
import org.apache.pekko.japi.pf.ReceiveBuilder;

/** Pekko's scheduler and its actors' mailboxes. */
public final class PekkoQueues {
  private static final ActorSystem SYSTEM = ActorSystem.create("matrix");

  private PekkoQueues() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(PekkoQueues.class, arguments);
  }

  static void scheduleOnceFromTwo(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(scheduledByOne(port));
      futures.add(scheduledByAnother(port));
    }
    Calls.await(futures);
  }

  private static Future<?> scheduledByOne(int port) {
    FutureTask<?> task = OneByOne.opener(port);
    SYSTEM.scheduler().scheduleOnce(Duration.ofMillis(20), task, SYSTEM.dispatcher());
    return task;
  }

  private static Future<?> scheduledByAnother(int port) {
    FutureTask<?> task = OneByOne.opener(port);
    SYSTEM.scheduler().scheduleOnce(Duration.ofMillis(20), task, SYSTEM.dispatcher());
    return task;
  }

  static void fixedDelay(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    Cancellable runs =
        SYSTEM
            .scheduler()
            .scheduleWithFixedDelay(
                Duration.ofMillis(1), Duration.ofMillis(1), opener, SYSTEM.dispatcher());
    opener.await();
    runs.cancel();
  }

  static void fixedRate(int port, int times) throws Exception {
    RepeatedOpener opener = new RepeatedOpener(port, times);
    Cancellable runs =
        SYSTEM
            .scheduler()
            .scheduleAtFixedRate(
                Duration.ofMillis(1), Duration.ofMillis(1), opener, SYSTEM.dispatcher());
    opener.await();
    runs.cancel();
  }

  /** What is sent to an actor that is busy with a third one's message. */
  static void tellFromTwo(int port, int times) throws Exception {
    ActorRef actor = SYSTEM.actorOf(Props.create(Running.class));
    OneByOne.run(
        work -> actor.tell(work, ActorRef.noSender()),
        () -> toldByOne(actor, port),
        () -> toldByAnother(actor, port),
        times);
  }

  private static Future<?> toldByOne(ActorRef actor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    actor.tell(task, ActorRef.noSender());
    return task;
  }

  private static Future<?> toldByAnother(ActorRef actor, int port) {
    FutureTask<?> task = OneByOne.opener(port);
    actor.tell(task, ActorRef.noSender());
    return task;
  }

  /** Runs its messages. Nothing of it is on the stack meanwhile, as with a library's actor. */
  static final class Running extends AbstractActor {
    @Override
    public Receive createReceive() {
      return ReceiveBuilder.create().match(Runnable.class, Runnable::run).build();
    }
  }
}
