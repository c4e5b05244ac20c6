package dev.churnagent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Makes a class that no verifier accepts: its methods pop from an empty stack. */
final class BrokenMethods {
  private BrokenMethods() {}

  static byte[] breakStacks(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(
                Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
              @Override
              public void visitCode() {
                super.visitCode();
                super.visitInsn(Opcodes.POP);
              }
            };
          }
        };
    new ClassReader(classFile).accept(visitor, 0);
    return writer.toByteArray();
  }
}
