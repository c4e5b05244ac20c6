package dev.churnagent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Calls of {@code WireHook} that go into one method: one at its start, one before each of its
 * returns; or around each call that it makes of another method. Only the operand stack is used, so
 * that no frame changes; a return's value is the first argument of the call before it.
 *
 * <p>Put in by hand, because each advice of Byte Buddy's would cost time before main.
 */
final class WireCall {
  private static final String HOOK = "dev/churnagent/hook/WireHook";

  /** The most that a call puts on the stack, its return's value twice included. */
  private static final int STACK = 10;

  /** One instruction: a load of a local variable, or of a field of what is on the stack. */
  private static final class Instruction {
    final int opcode;
    final int variable;
    final String[] field;

    Instruction(int opcode, int variable, String... field) {
      this.opcode = opcode;
      this.variable = variable;
      this.field = field;
    }

    void emit(MethodVisitor next) {
      if (field.length == 0) {
        next.visitVarInsn(opcode, variable);
      } else {
        next.visitFieldInsn(opcode, field[0], field[1], field[2]);
      }
    }
  }

  private final List<Instruction> entry = new ArrayList<>();
  private final List<Instruction> exit = new ArrayList<>();
  private List<Instruction> current;
  private String entryName;
  private String entryDescriptor;
  private String exitName;
  private String exitDescriptor;
  private String calledOwner;
  private String calledName;
  private String calledDescriptor;

  /** They go around the calls of this static method instead. */
  WireCall around(String owner, String name, String descriptor) {
    calledOwner = owner;
    calledName = name;
    calledDescriptor = descriptor;
    return this;
  }

  /** What they go around, or null. */
  String called() {
    return calledName;
  }

  /** The call at the method's start; loads of its arguments follow. */
  WireCall entering(String name, String descriptor) {
    entryName = name;
    entryDescriptor = descriptor;
    current = entry;
    return this;
  }

  /** The call before each return; loads of its further arguments follow. */
  WireCall leaving(String name, String descriptor) {
    exitName = name;
    exitDescriptor = descriptor;
    current = exit;
    return this;
  }

  WireCall object(int variable) {
    current.add(new Instruction(Opcodes.ALOAD, variable));
    return this;
  }

  WireCall number(int variable) {
    current.add(new Instruction(Opcodes.ILOAD, variable));
    return this;
  }

  WireCall field(String owner, String name, String descriptor) {
    current.add(new Instruction(Opcodes.GETFIELD, 0, owner, name, descriptor));
    return this;
  }

  /** Puts the calls in, and tells the hook once they are. */
  MethodVisitor wrap(Hook hook, MethodVisitor next) {
    if (calledName != null) {
      return wrapCalls(hook, next);
    }
    hook.found();
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        if (entryName != null) {
          call(mv, entry, entryName, entryDescriptor);
        }
      }

      @Override
      public void visitInsn(int opcode) {
        if (exitName != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
          if (opcode != Opcodes.RETURN) {
            super.visitInsn(opcode == Opcodes.LRETURN ? Opcodes.DUP2 : Opcodes.DUP);
          }
          call(mv, exit, exitName, exitDescriptor);
        }
        super.visitInsn(opcode);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + STACK, maxLocals);
      }
    };
  }

  private MethodVisitor wrapCalls(Hook hook, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        boolean wanted =
            owner.equals(calledOwner)
                && name.equals(calledName)
                && descriptor.equals(calledDescriptor);
        if (wanted && entryName != null) {
          call(mv, entry, entryName, entryDescriptor);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
        if (wanted) {
          super.visitInsn(descriptor.endsWith("J") ? Opcodes.DUP2 : Opcodes.DUP);
          call(mv, exit, exitName, exitDescriptor);
          hook.found();
        }
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + STACK, maxLocals);
      }
    };
  }

  private static void call(
      MethodVisitor next, List<Instruction> arguments, String name, String descriptor) {
    for (Instruction argument : arguments) {
      argument.emit(next);
    }
    next.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, name, descriptor, false);
  }
}
