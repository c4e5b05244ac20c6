package dev.churnagent.instrument.method;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes with watched methods of every kind. */
final class Samples {
  private Samples() {}

  interface Source<T> {
    T fetch(String key, int count);

    default String twice(String key) {
      return key + key;
    }

    static String shared() {
      return "shared";
    }
  }

  interface NamedSource extends Source<String> {}

  static class Files implements NamedSource {
    @Override
    public String fetch(String key, int count) {
      return key;
    }

    public String fetch(String key) {
      return key;
    }

    public static String fetch(int count) {
      return "";
    }

    private String secret() {
      return "";
    }

    protected String near() {
      return secret();
    }
  }

  static class MoreFiles extends Files {
    @Override
    public String fetch(String key, int count) {
      return super.fetch(key, count);
    }

    @Override
    public String twice(String key) {
      return key;
    }

    @Override
    protected String near() {
      return "";
    }

    public void other() {}

    @Override
    public String toString() {
      return "";
    }

    static class Inner {
      public String fetch() {
        return "";
      }
    }
  }

  abstract static class Half implements Source<Integer> {
    public abstract void open();
  }

  static class Whole extends Half {
    @Override
    public Integer fetch(String key, int count) {
      return count;
    }

    @Override
    public void open() {}
  }

  enum Planet {
    EARTH {
      @Override
      public int size() {
        return 2;
      }
    },
    MARS;

    public int size() {
      return 1;
    }
  }

  record Point(int x, int y) {
    public int sum() {
      return x + y;
    }
  }

  static class Lambdas {
    public Source<String> lambda() {
      return (key, count) -> key;
    }

    public Function<String, String> reference() {
      return String::trim;
    }
  }

  static class Jdk implements Callable<String>, Supplier<String> {
    @Override
    public String call() {
      return "";
    }

    @Override
    public String get() {
      return "";
    }
  }

  static class Native {
    native void fetch();

    void other() {}
  }
}
