package dev.churnagent.instrument;

import jdk.internal.misc.Unsafe;

/** Classes that are made at start, where no source of ours could reach what they use. */
final class BootClass {
  private BootClass() {}

  /**
   * Defines a class and makes its one instance, without running a constructor and without
   * reflection, to which packages such as {@code sun.nio.ch} are closed.
   *
   * @param loader null for the bootstrap loader
   * @throws InstantiationException if the class is abstract
   * @throws LinkageError if it can't be defined, e.g. because an earlier attach did
   */
  static Object instance(byte[] classFile, ClassLoader loader) throws InstantiationException {
    Unsafe unsafe = Unsafe.getUnsafe();
    Class<?> type = unsafe.defineClass(null, classFile, 0, classFile.length, loader, null);
    return unsafe.allocateInstance(type);
  }
}
