package dev.churnagent.instrument;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.hook.CallHook;
import dev.churnagent.hook.TaskHook;
import dev.churnagent.instrument.method.MethodRegistry;
import dev.churnagent.instrument.method.MethodWeaver;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** Run in a JVM of its own: classes of the application, woven as the agent would. */
final class ScopeProgram {
  private static final ContextSink SINK = new ContextSink();
  private static final List<String> TROUBLES = new ArrayList<>();
  private static final AtomicBoolean EXECUTORS_WOVEN = new AtomicBoolean();
  private static Instrumentation jvm;
  private static SocketWeaver sockets;
  private static MethodWeaver weaver;

  private ScopeProgram() {}

  /** Something to implement. */
  public interface Source {
    int fetch(int value);
  }

  /** Implements it. */
  static final class Doubled implements Source {
    @Override
    public int fetch(int value) {
      return value;
    }
  }

  /** A test class, whose load weaves the executors. */
  static final class SomeTest {
    @Test
    void run() throws Exception {
      System.out.println("woven after=" + EXECUTORS_WOVEN.get());
      CompletableFuture<String> seen = new CompletableFuture<>();
      new Thread(() -> seen.complete(SINK.here())).start();
      System.out.println("in test=" + seen.get());
    }
  }

  public static void premain(String mode, Instrumentation instrumentation) throws Exception {
    jvm = instrumentation;
    sockets = SocketWeaver.prepare(instrumentation);
    sockets.install(TROUBLES::add);
    CallHook.setSink(SINK);
    TaskHook.setSink(SINK);
    TaskWeaver tasks = new TaskWeaver(jvm, sockets.classFiles(), TROUBLES::add);
    MethodRegistry registry = (scope, type, method, descriptor, pattern, names) -> 1;
    List<ClassPattern> watch =
        mode.equals("test")
            ? List.of()
            : List.of(
                ClassPattern.parse("watch", Source.class.getName() + "#fetch"),
                ClassPattern.parse("watch", "com.acme.named.*"));
    weaver =
        new MethodWeaver(
            jvm,
            sockets.classFiles(),
            watch,
            List.of(),
            registry,
            () -> {
              tasks.installWithin(2_000);
              EXECUTORS_WOVEN.set(Thread.class.getName() != null);
            },
            TROUBLES::add);
    if (!mode.equals("attached")) {
      weaver.install();
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("test")) {
      System.out.println("woven before=" + EXECUTORS_WOVEN.get());
      new SomeTest().run();
    } else {
      watched(arguments[0].equals("attached"));
    }
    SINK.failures.forEach(fault -> TROUBLES.add(fault.toString()));
    System.out.println("troubles=" + TROUBLES);
    System.out.println("unmatched=" + weaver.unmatched());
  }

  private static void watched(boolean attached) throws Exception {
    Source source = new Doubled();
    Source proxy =
        (Source)
            Proxy.newProxyInstance(
                ScopeProgram.class.getClassLoader(),
                new Class<?>[] {Source.class},
                (self, method, given) -> 3);
    if (attached) {
      source.fetch(1);
      weaver.install();
    }
    source.fetch(7);
    told("watched");
    proxy.fetch(1);
    told("proxy");
    jvm.addTransformer(new ClassFileTransformer() {}, true);
    jvm.retransformClasses(Doubled.class);
    source.fetch(7);
    told("watched after retransformation");
    inNamedModule();
    told("named module");
  }

  private static void told(String name) {
    System.out.println(name + "=" + SINK.calls);
    SINK.calls.clear();
  }

  /** A module that reads nothing but {@code java.base}; the hook lies in none. */
  private static void inNamedModule() throws Exception {
    Path folder = Files.createTempDirectory("churn-named");
    try {
      write(folder.resolve("module-info.java"), "module named { exports com.acme.named; }");
      write(
          folder.resolve("Counter.java"),
          "package com.acme.named; public class Counter { public int count() { return 5; } }");
      int status =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(
                  System.out,
                  System.err,
                  "-d",
                  folder.resolve("out").toString(),
                  folder.resolve("module-info.java").toString(),
                  folder.resolve("Counter.java").toString());
      if (status != 0) {
        throw new IllegalStateException("javac: " + status);
      }
      ModuleLayer boot = ModuleLayer.boot();
      Configuration configuration =
          boot.configuration()
              .resolve(ModuleFinder.of(folder.resolve("out")), ModuleFinder.of(), Set.of("named"));
      ModuleLayer layer =
          boot.defineModulesWithOneLoader(configuration, ScopeProgram.class.getClassLoader());
      Class<?> counter = layer.findLoader("named").loadClass("com.acme.named.Counter");
      counter.getMethod("count").invoke(counter.getDeclaredConstructor().newInstance());
    } finally {
      delete(folder);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
