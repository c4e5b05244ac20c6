package dev.churnagent.instrument.library;

import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Puts hooks before some of the calls that a method makes. Branches nowhere: frames stay. */
final class CallVisitor extends MethodVisitor {
  private static final String HOOK = "dev/churnagent/hook/TaskHook";
  private static final String TAKES_OBJECT = "(Ljava/lang/Object;)V";

  private final List<LibraryCall> calls;

  CallVisitor(List<LibraryCall> calls, MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.calls = calls;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (opcode == Opcodes.INVOKEINTERFACE || opcode == Opcodes.INVOKEVIRTUAL) {
      for (LibraryCall call : calls) {
        if (call.calls(name, descriptor)) {
          super.visitInsn(Opcodes.DUP);
          super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, call.hook(), TAKES_OBJECT, false);
        }
      }
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 1, maxLocals);
  }
}
