package dev.churnagent.it.fetch.watched;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Objects none of whose methods may be called by anybody but this program. */
final class Hostile {
  private static volatile Throwable called;

  private Hostile() {}

  /** Who called one of them, or null. */
  static Throwable called() {
    return called;
  }

  private static RuntimeException touched() {
    RuntimeException fault = new IllegalStateException("the agent called application code");
    called = fault;
    return fault;
  }

  /** As found in entities, proxies and DTOs. */
  static class Thing implements Comparable<Thing>, CharSequence {
    private final int number;
    private final String text;

    Thing(int number, String text) {
      this.number = number;
      this.text = text;
    }

    public int getNumber() {
      throw touched();
    }

    @Override
    public String toString() {
      throw touched();
    }

    @Override
    public int hashCode() {
      throw touched();
    }

    @Override
    public boolean equals(Object other) {
      throw touched();
    }

    @Override
    public int compareTo(Thing other) {
      throw touched();
    }

    @Override
    public int length() {
      throw touched();
    }

    @Override
    public char charAt(int index) {
      throw touched();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw touched();
    }
  }

  /** Reads lazily, as an ORM's. */
  static final class LazyList extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw touched();
    }

    @Override
    public int size() {
      throw touched();
    }

    @Override
    public Iterator<String> iterator() {
      throw touched();
    }

    @Override
    public Object[] toArray() {
      throw touched();
    }
  }

  /** Extends what looks harmless. */
  static final class OwnArrayList extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    OwnArrayList(List<String> content) {
      super(content);
    }

    @Override
    public String get(int index) {
      throw touched();
    }

    @Override
    public int size() {
      throw touched();
    }

    @Override
    public Iterator<String> iterator() {
      throw touched();
    }

    @Override
    public Object[] toArray() {
      throw touched();
    }
  }

  /** Loads when asked. */
  static final class LazyMap extends AbstractMap<String, String> {
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      throw touched();
    }

    @Override
    public String get(Object key) {
      throw touched();
    }

    @Override
    public int size() {
      throw touched();
    }
  }

  /** A record whose accessors tell. */
  record Point(int x, int y) {
    @Override
    public int x() {
      throw touched();
    }

    @Override
    public String toString() {
      throw touched();
    }

    @Override
    public int hashCode() {
      throw touched();
    }

    @Override
    public boolean equals(Object other) {
      throw touched();
    }
  }

  /** A result that is asked nothing, however the agent learns of its end. */
  static final class OwnFuture extends CompletableFuture<String> {
    @Override
    public <U> CompletableFuture<U> handle(
        BiFunction<? super String, Throwable, ? extends U> function) {
      throw touched();
    }

    @Override
    public CompletableFuture<String> toCompletableFuture() {
      throw touched();
    }

    @Override
    public String join() {
      throw touched();
    }

    @Override
    public boolean isDone() {
      throw touched();
    }

    @Override
    public CompletableFuture<String> whenComplete(
        java.util.function.BiConsumer<? super String, ? super Throwable> action) {
      throw touched();
    }
  }

  /** A stage that is no future of the JDK, told by a proxy. */
  static CompletionStage<?> ownStage() {
    return (CompletionStage<?>)
        java.lang.reflect.Proxy.newProxyInstance(
            Hostile.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              throw touched();
            });
  }
}
