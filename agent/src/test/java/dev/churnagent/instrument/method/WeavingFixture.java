package dev.churnagent.instrument.method;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;

/** A weaver without a JVM: what it numbered, what troubled it, and a loader of woven classes. */
final class WeavingFixture {
  final List<String> defined = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  final List<String> troubles = new ArrayList<>();
  final List<Class<?>> retransformed = new ArrayList<>();
  int firstTests;
  final MethodWeaver weaver;

  WeavingFixture(String watch, String scope, Class<?>... loaded) {
    weaver =
        new MethodWeaver(
            jvm(loaded),
            ClassFileLocator.ForClassLoader.of(MethodWeaver.class.getClassLoader()),
            patterns("watch", watch),
            patterns("scope", scope),
            this::define,
            () -> firstTests++,
            troubles::add);
  }

  static WeavingFixture watching(String watch) {
    return new WeavingFixture(watch, "");
  }

  private int define(
      boolean scope,
      String className,
      String method,
      String descriptor,
      String pattern,
      String[] parameters) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    defined.add((scope ? "scope " : "") + simple + "." + method + descriptor);
    names.add(parameters == null ? "-" : Arrays.toString(parameters));
    return defined.size();
  }

  private static List<ClassPattern> patterns(String key, String texts) {
    List<ClassPattern> patterns = new ArrayList<>();
    try {
      for (String text : texts.split(";")) {
        if (!text.isBlank()) {
          patterns.add(ClassPattern.parse(key, text));
        }
      }
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
    return patterns;
  }

  private Instrumentation jvm(Class<?>... loaded) {
    return (Instrumentation)
        Proxy.newProxyInstance(
            WeavingFixture.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getAllLoadedClasses":
                  return loaded;
                case "isModifiableClass":
                  return true;
                case "retransformClasses":
                  retransformed.addAll(List.of((Class<?>[]) arguments[0]));
                  return null;
                case "addTransformer":
                  return null;
                default:
                  throw new UnsupportedOperationException(method.toString());
              }
            });
  }

  /** What the weaver makes of a class of the test's loader; null if it leaves it alone. */
  byte[] weave(Class<?> type) {
    return weave(type.getClassLoader(), type.getName().replace('.', '/'), bytes(type));
  }

  byte[] weave(ClassLoader loader, String name, byte[] classFile) {
    return weaver.transform(loader, name, null, null, classFile);
  }

  static byte[] bytes(Class<?> type) {
    return bytes(type.getName());
  }

  static byte[] bytes(String name) {
    try (InputStream in =
        WeavingFixture.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loads the class and those nested in it anew, woven. */
  Class<?> load(Class<?> type) throws ClassNotFoundException {
    return Class.forName(type.getName(), true, new WovenLoader(type.getName()));
  }

  /** Defines a class from these bytes, woven. */
  Class<?> define(String name, byte[] classFile) {
    WovenLoader loader = new WovenLoader(name);
    byte[] woven = weave(loader, name.replace('.', '/'), classFile);
    return loader.define(name, woven == null ? classFile : woven);
  }

  /** Child first for one class and those nested in it. */
  final class WovenLoader extends ClassLoader {
    private final String own;

    WovenLoader(String own) {
      super(WeavingFixture.class.getClassLoader());
      this.own = own;
    }

    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(own) && !name.startsWith(own + "$")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] original = bytes(name);
      byte[] woven = weave(this, name.replace('.', '/'), original);
      return define(name, woven == null ? original : woven);
    }
  }
}
