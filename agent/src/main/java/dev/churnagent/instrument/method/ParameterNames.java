package dev.churnagent.instrument.method;

/**
 * The names of one method's parameters, as far as its class file tells them: by its {@code
 * MethodParameters} ({@code javac -parameters}), and what is not told there by the {@code
 * LocalVariableTable} of its code ({@code javac -g}).
 */
final class ParameterNames {
  private static final String PARAMETERS = "MethodParameters";
  private static final String CODE = "Code";
  private static final String VARIABLES = "LocalVariableTable";

  private final byte[] file;
  private final ConstantPool pool;

  /** Index of the parameter that begins in a slot of the frame, or -1. */
  private final int[] parameterAt;

  private final String[] names;

  /** Where the code begins in which the name that was taken is valid. */
  private final int[] validFrom;

  private ParameterNames(byte[] file, ConstantPool pool, MethodOutline method) {
    this.file = file;
    this.pool = pool;
    parameterAt = method.parametersBySlot();
    int count = 0;
    for (int parameter : parameterAt) {
      count = Math.max(count, parameter + 1);
    }
    names = new String[count];
    validFrom = new int[count];
  }

  /**
   * Reads them.
   *
   * @return null if none is known; otherwise one for each parameter, null where it is not known
   */
  static String[] of(byte[] file, ConstantPool pool, MethodOutline method) {
    try {
      ParameterNames read = new ParameterNames(file, pool, method);
      if (read.missing() > 0) {
        read.fromParameters(method.attributes());
      }
      if (read.missing() > 0) {
        read.fromVariables(method.attributes());
      }
      return read.missing() == read.names.length ? null : read.names;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // The JVM need not check what is there for debuggers, and some tools scramble it.
      return null;
    }
  }

  private int missing() {
    int missing = 0;
    for (String name : names) {
      missing += name == null ? 1 : 0;
    }
    return missing;
  }

  private void fromParameters(int attributes) {
    int at = pool.attribute(attributes, PARAMETERS);
    // With another count they are not those of the descriptor, in an order nobody tells.
    if (at != 0 && (file[at] & 0xff) == names.length) {
      for (int i = 0; i < names.length; i++) {
        int name = number(at + 1 + 4 * i);
        names[i] = name == 0 ? null : pool.text(name);
      }
    }
  }

  private void fromVariables(int attributes) {
    int code = pool.attribute(attributes, CODE);
    if (code == 0) {
      return;
    }
    boolean[] known = new boolean[names.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = names[i] != null;
    }
    int handlers = code + 8 + ConstantPool.integer(file, code + 4);
    int at = handlers + 2 + 8 * number(handlers) + 2;
    // A code may have several of these tables.
    for (int i = number(at - 2); i > 0; i--) {
      if (pool.is(number(at), VARIABLES)) {
        readTable(at + 6, known);
      }
      at += 6 + ConstantPool.integer(file, at + 2);
    }
  }

  /** A slot may serve another variable later on: the first one in the code is the parameter. */
  private void readTable(int start, boolean[] known) {
    int at = start + 2;
    for (int i = number(start); i > 0; i--, at += 10) {
      int slot = number(at + 8);
      int parameter = slot < parameterAt.length ? parameterAt[slot] : -1;
      if (parameter >= 0 && !known[parameter]) {
        int from = number(at);
        if (names[parameter] == null || from < validFrom[parameter]) {
          names[parameter] = pool.text(number(at + 4));
          validFrom[parameter] = from;
        }
      }
    }
  }

  private int number(int offset) {
    return ConstantPool.unsignedShort(file, offset);
  }
}
