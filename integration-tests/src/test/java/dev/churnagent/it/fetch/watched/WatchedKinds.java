package dev.churnagent.it.fetch.watched;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Calls each watched method twice, with a label of its own, and checks what it gives back. */
public final class WatchedKinds {
  private WatchedKinds() {}

  /** Argument: the server's URL. */
  public static void main(String... arguments) {
    Network.startAt(arguments[0]);
    runAll();
    System.out.println("done");
  }

  static void runAll() {
    implementations(new Sources.OfText(), new Sources.OfNumbers());
    superclasses(new Base.Sub(), new Base.Heir());
    Kinds kinds = new Kinds();
    twice(() -> kinds.overloaded("overload-1"), "value of /overload-1");
    twice(() -> kinds.overloaded("overload-2", 7), "value of /overload-27");
    twice(() -> kinds.recursive("recursion", 3), "value of /recursion");
    twice(() -> Kinds.ofClass("static"), "value of /static");
    twice(() -> kinds.throughPrivate("private"), "value of /private");
    twice(() -> Long.toString(kinds.number("primitive")), "19");
    twice(
        () -> {
          kinds.nothing("void");
          return "nothing";
        },
        "nothing");
    failures(kinds);
    stages(kinds);
  }

  private static void implementations(Source<String> text, Source<Integer> numbers) {
    twice(() -> text.load("interface"), "value of /interface");
    twice(() -> numbers.load(4711), "value of /number-4711");
    twice(() -> text.loadDefault("inherited"), "value of /inherited");
    twice(() -> numbers.loadDefault("default"), "value of /overridden-default");
    twice(() -> new Sources.Decorated(text).load("decorated"), "value of /decorated");
  }

  private static void superclasses(Base sub, Base heir) {
    twice(() -> sub.load("super-call"), "value of /super-call");
    twice(() -> heir.load("superclass"), "value of /superclass");
    twice(() -> sub.loadAbstract("abstract"), "value of /abstract");
  }

  private static void failures(Kinds kinds) {
    for (int i = 0; i < 2; i++) {
      try {
        kinds.failing("failing");
        throw new AssertionError("did not fail");
      } catch (IllegalStateException e) {
        same(e, Kinds.FAILURE);
      }
    }
  }

  private static void stages(Kinds kinds) {
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> when = new CompletableFuture<>();
      kinds.when = when;
      CompletionStage<String> later = kinds.later("stage");
      CompletionStage<String> failing = kinds.failingLater("failing-stage");
      new Thread(() -> when.complete(null)).start();
      equal(later.toCompletableFuture().join(), "value of /stage");
      try {
        failing.toCompletableFuture().join();
        throw new AssertionError("did not fail");
      } catch (CompletionException e) {
        same(e.getCause(), Kinds.FAILURE);
      }
    }
    Object stage = kinds.changing("itself", new CompletableFuture<>());
    same(stage.getClass(), CompletableFuture.class);
    equal(kinds.changing("changing", "one"), "one");
    equal(kinds.changing("changing", "two"), "two");
  }

  private static void twice(Supplier<String> call, String expected) {
    equal(call.get(), expected);
    equal(call.get(), expected);
  }

  private static void same(Object actual, Object expected) {
    if (actual != expected) {
      throw new AssertionError(actual + " is not the same as " + expected);
    }
  }

  private static void equal(Object actual, Object expected) {
    if (!expected.equals(actual)) {
      throw new AssertionError(actual + " instead of " + expected);
    }
  }
}
