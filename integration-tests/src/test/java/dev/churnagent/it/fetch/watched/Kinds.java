package dev.churnagent.it.fetch.watched;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Watched methods of every other kind. */
final class Kinds {
  static final RuntimeException FAILURE = new IllegalStateException("the application's own");

  String overloaded(String label) {
    return Network.ask("/" + label);
  }

  String overloaded(String label, int more) {
    return Network.ask("/" + label + more);
  }

  String recursive(String label, int depth) {
    return depth == 0 ? Network.ask("/" + label) : recursive(label, depth - 1);
  }

  static String ofClass(String label) {
    return Network.ask("/" + label);
  }

  String throughPrivate(String label) {
    return hidden(label);
  }

  private String hidden(String label) {
    return Network.ask("/" + label);
  }

  String failing(String label) {
    Network.ask("/" + label);
    throw FAILURE;
  }

  /**
   * Ends what {@link #later} returned. No argument: a future has no value, so each would make a
   * request of its own.
   */
  CompletableFuture<Void> when;

  /** Ends on another thread, after this returned. */
  CompletionStage<String> later(String label) {
    String answer = Network.ask("/" + label);
    return when.thenApply(nothing -> answer);
  }

  CompletionStage<String> failingLater(String label) {
    Network.ask("/" + label);
    return when.thenApply(
        nothing -> {
          throw FAILURE;
        });
  }

  void nothing(String label) {
    Network.ask("/" + label);
  }

  long number(String label) {
    return Network.ask("/" + label).length();
  }

  /** Gives back its argument. */
  Object changing(String label, Object answer) {
    Network.ask("/" + label);
    return answer;
  }
}
