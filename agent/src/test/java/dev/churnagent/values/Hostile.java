package dev.churnagent.values;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;

/** Application objects whose every method fails the test that calls it. */
public final class Hostile {
  private Hostile() {}

  static AssertionError called() {
    return new AssertionError("application code was called");
  }

  /** With a value of its own. */
  public static class Query implements Comparable<Query> {
    final int page;
    final String name;
    private final Object other = new Object();

    public Query(int page, String name) {
      this.page = page;
      this.name = name;
    }

    @Override
    public boolean equals(Object that) {
      throw called();
    }

    @Override
    public int hashCode() {
      throw called();
    }

    @Override
    public String toString() {
      throw called();
    }

    @Override
    public int compareTo(Query that) {
      throw called();
    }

    /** So that nothing is unused. */
    public Object other() {
      return other;
    }
  }

  /** Without. */
  public static final class Service {
    @Override
    public boolean equals(Object that) {
      throw called();
    }

    @Override
    public int hashCode() {
      throw called();
    }

    @Override
    public String toString() {
      throw called();
    }
  }

  /** A list that fetches. */
  public static final class LazyList extends AbstractList<String> {
    final String source;

    public LazyList(String source) {
      this.source = source;
    }

    @Override
    public String get(int index) {
      throw called();
    }

    @Override
    public int size() {
      throw called();
    }

    @Override
    public Iterator<String> iterator() {
      throw called();
    }

    @Override
    public boolean addAll(Collection<? extends String> all) {
      throw called();
    }

    @Override
    public int hashCode() {
      throw called();
    }

    @Override
    public boolean equals(Object other) {
      throw called();
    }

    @Override
    public String toString() {
      throw called();
    }
  }
}
