package dev.churnagent.instrument.library;

import dev.churnagent.instrument.method.Advices;
import dev.churnagent.instrument.method.LoadedClasses;
import dev.churnagent.instrument.method.LoaderMap;
import dev.churnagent.instrument.method.MethodWeaver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * Weaves the classes of {@link LibraryHooks} as the program loads them. Stays registered, so that
 * another agent's retransformation keeps the advice. Never throws: a class that can't be woven is
 * left as it is, and told. A class that is not in the table costs one look-up of its simple name.
 */
public final class LibraryWeaver implements ClassFileTransformer {
  private final Instrumentation instrumentation;
  private final Map<String, LibraryClass[]> hooked = new HashMap<>();
  private final ClassFileLocator files;
  private final LoaderMap loaders;
  private final Consumer<String> troubles;

  /** Made with the first class that is woven: most programs have none. */
  private volatile Advices advices;

  /**
   * Creates it; nothing is woven before {@link #install}.
   *
   * @param files finds our advice: {@link dev.churnagent.instrument.SocketWeaver#classFiles}
   * @param loaders from {@link MethodWeaver#loaders}
   * @param following whether work is followed through the libraries' own event loops and queues
   * @param troubles gets a line for each thing that can't be measured
   */
  public LibraryWeaver(
      Instrumentation instrumentation,
      ClassFileLocator files,
      LoaderMap loaders,
      boolean following,
      Consumer<String> troubles) {
    this(instrumentation, files, loaders, troubles, LibraryHooks.all(following));
  }

  LibraryWeaver(
      Instrumentation instrumentation,
      ClassFileLocator files,
      LoaderMap loaders,
      Consumer<String> troubles,
      List<LibraryClass> classes) {
    this.instrumentation = instrumentation;
    this.files = files;
    this.loaders = loaders;
    this.troubles = troubles;
    for (LibraryClass one : classes) {
      add(one);
    }
  }

  /** Some libraries have classes of the same simple name. */
  private void add(LibraryClass one) {
    LibraryClass[] known = hooked.get(one.simpleName());
    LibraryClass[] all = new LibraryClass[known == null ? 1 : known.length + 1];
    if (known != null) {
      System.arraycopy(known, 0, all, 0, known.length);
    }
    all[all.length - 1] = one;
    hooked.put(one.simpleName(), all);
  }

  /** Begins: classes that are loaded from now on, and those that are loaded already. */
  public void install() {
    instrumentation.addTransformer(this, true);
    LoadedClasses loaded = new LoadedClasses(instrumentation, troubles);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (MethodWeaver.isApplication(type.getClassLoader())
          && !type.isArray()
          && find(type.getName().replace('.', '/')) != null) {
        loaded.retransform(type);
      }
    }
  }

  /** The entry for a class of that internal name, or null. */
  private LibraryClass find(String name) {
    LibraryClass[] candidates = hooked.get(LibraryClass.simpleName(name));
    if (candidates != null) {
      for (LibraryClass candidate : candidates) {
        if (candidate.is(name)) {
          return candidate;
        }
      }
    }
    return null;
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classFile) {
    if (name == null || !MethodWeaver.isApplication(loader)) {
      return null;
    }
    try {
      LibraryClass meant = find(name);
      return meant == null ? null : weave(loader, name, meant, classFile);
    } catch (RuntimeException | Error e) {
      troubles.accept(name.replace('/', '.') + " was not woven: " + e);
      return null;
    }
  }

  private byte[] weave(ClassLoader loader, String name, LibraryClass meant, byte[] classFile) {
    if (!loaders.of(loader).seesHook(loader)) {
      return null;
    }
    LibraryWeaving weaving = new LibraryWeaving(classFile, meant, advices());
    byte[] woven = weaving.weave();
    for (String method : meant.missing(weaving.found())) {
      troubles.accept(
          name.replace('/', '.') + "." + method + ": this version of the library is not known");
    }
    return weaving.found().isEmpty() ? null : woven;
  }

  private Advices advices() {
    Advices known = advices;
    if (known == null) {
      known = new Advices(files, LibraryMapping.all());
      advices = known;
    }
    return known;
  }
}
