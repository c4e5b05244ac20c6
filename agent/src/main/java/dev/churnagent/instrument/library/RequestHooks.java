package dev.churnagent.instrument.library;

import static dev.churnagent.instrument.library.TaskAdvice.ARGUMENT_RUN_AGAIN;
import static dev.churnagent.instrument.library.TaskAdvice.HANDED_OVER;
import static dev.churnagent.instrument.library.TaskAdvice.ITEM;
import static dev.churnagent.instrument.library.TaskAdvice.LOOP;
import static dev.churnagent.instrument.library.TaskAdvice.MADE;
import static dev.churnagent.instrument.library.TaskAdvice.OVER;
import static dev.churnagent.instrument.library.TaskAdvice.RUN;
import static dev.churnagent.instrument.library.TaskAdvice.RUN_AGAIN;
import static dev.churnagent.instrument.library.TaskAdvice.SECOND_HANDED_OVER;
import static dev.churnagent.instrument.library.TaskAdvice.SECOND_RUN;
import static dev.churnagent.instrument.library.TaskAdvice.THIS_RUN;

import java.util.List;

/**
 * Whose a request of a client is where it goes on by another thread than it was made on: after it
 * waited for a pooled connection, or where it is sent once more or to another place when the answer
 * to an earlier one comes in. That thread is the loop of a connection that somebody else may have
 * opened. Read from the byte code of the versions that the integration tests run.
 */
final class RequestHooks {
  private RequestHooks() {}

  static void addTo(List<LibraryClass> classes) {
    addApache(classes);
    addReactor(classes);
    addAsyncHttp(classes);
    addJetty(classes);
    addVertx(classes);
  }

  private static void addApache(List<LibraryClass> classes) {
    // What waits for a pooled connection is served by whoever gives one back, or closes one.
    classes.add(
        new LibraryClass("org/apache/http/nio/pool/LeaseRequest").with("<init>", "*", MADE));
    classes.add(
        new LibraryClass("org/apache/http/nio/pool/AbstractNIOConnPool")
            .with("processPendingRequest", "*", RUN));
    // A redirect, or a second try, is begun where the answer to the one before came in.
    String async = "org/apache/hc/client5/http/impl/async/";
    for (String step : new String[] {"AsyncRedirectExec", "AsyncHttpRequestRetryExec"}) {
      classes.add(
          new LibraryClass(async + step)
              .with("internalExecute", "(L" + async + step + "$State;*", ARGUMENT_RUN_AGAIN));
    }
    classes.add(
        new LibraryClass("org/apache/http/impl/nio/client/AbstractClientExchangeHandler")
            .with("requestConnection", "()V", RUN_AGAIN));
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
  private static void addJetty(List<LibraryClass> classes) {
    String client = "org/eclipse/jetty/client/";
    classes.add(
        new LibraryClass(client + "HttpClient")
            .with("copyRequest", "*", "task.ArgumentCopiedAdvice"));
    // Since 12 in a package of its own.
    for (String folder : new String[] {client, client + "transport/"}) {
      classes.add(
          new LibraryClass(folder + "HttpDestination")
              .with("send", "(L" + folder + "HttpRequest;*", ARGUMENT_RUN_AGAIN)
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
  private static void addVertx(List<LibraryClass> classes) {
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
}
