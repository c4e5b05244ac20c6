package dev.churnagent.instrument;

/**
 * One method to weave.
 *
 * @param type internal name of the JDK class, e.g. {@code sun/nio/ch/NioSocketImpl}
 * @param method its name
 * @param descriptor its descriptor
 * @param advice the advice class
 */
record Hook(String type, String method, String descriptor, Class<?> advice) {
  boolean is(String name, String methodDescriptor) {
    return method.equals(name) && descriptor.equals(methodDescriptor);
  }

  String typeName() {
    return type.replace('/', '.');
  }
}
