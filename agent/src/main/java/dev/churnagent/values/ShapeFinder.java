package dev.churnagent.values;

import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Collection;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/** The shapes of classes, each kept by its class and so as long as its class. */
final class ShapeFinder extends ClassValue<Shape> {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final ShapeFinder SHAPES = new ShapeFinder();
  private static final ValueField[] NONE = {};

  private ShapeFinder() {}

  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  @Override
  protected Shape computeValue(Class<?> type) {
    try {
      return find(type);
    } catch (RuntimeException | Error e) {
      // A field's type can't be loaded, a field of the JDK's has another name here.
      return opaque(type);
    }
  }

  private static Shape find(Class<?> type) {
    if (type.isArray()) {
      boolean primitives = type.getComponentType().isPrimitive();
      return plain(primitives ? Shape.PRIMITIVES : Shape.REFERENCES, type);
    }
    if (type == String.class) {
      return plain(Shape.STRING, type);
    }
    if (type == Class.class) {
      return plain(Shape.CLASS, type);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return plain(Shape.ENUM, type.getSuperclass() == Enum.class ? type : type.getSuperclass());
    }
    return Jdk.owns(type) ? ofJdk(type) : ObjectFields.shapeOf(type);
  }

  private static Shape ofJdk(Class<?> type) {
    String read = JdkShapes.of(type.getName());
    if (read == null) {
      return opaque(type);
    }
    int end = read.indexOf(' ');
    ValueField[] fields = end < 0 ? NONE : named(type, read.substring(end + 1));
    boolean printable = read.charAt(0) == 'p';
    return new Shape(kind(read.charAt(0)), type.getName(), fields, printable, false, false);
  }

  private static int kind(char letter) {
    return switch (letter) {
      case 'p', 'v' -> Shape.VALUE;
      case 't' -> Shape.TEXT;
      case 'D' -> Shape.DATE;
      case 'd' -> Shape.DECIMAL;
      case 'i' -> Shape.ADDRESS;
      case 'I' -> Shape.SOCKET_ADDRESS;
      case 'b' -> Shape.BITS;
      case 'o' -> Shape.HOLDER;
      case 'a' -> Shape.ARRAY_LIST;
      case 'l' -> Shape.LIST;
      case 's' -> Shape.SET;
      case 'm' -> Shape.MAP;
      case 'k' -> Shape.KEYS;
      case 'w' -> Shape.WRAPPER;
      default -> Shape.OPAQUE;
    };
  }

  private static ValueField[] named(Class<?> type, String names) {
    String[] wanted = names.split(" ");
    ValueField[] fields = new ValueField[wanted.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = read(declared(type, wanted[i]), false);
    }
    return fields;
  }

  private static Field declared(Class<?> type, String name) {
    for (Class<?> holder = type; holder != null; holder = holder.getSuperclass()) {
      for (Field field : fields(holder)) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    throw new IllegalStateException(name);
  }

  /** With our own rights: under a security manager a program may not ask for them. */
  @SuppressWarnings("removal")
  static Field[] fields(Class<?> holder) {
    return AccessController.doPrivileged(
        new PrivilegedAction<Field[]>() {
          @Override
          public Field[] run() {
            return holder.getDeclaredFields();
          }
        });
  }

  static ValueField read(Field field, boolean simple) {
    char letter = field.getType().descriptorString().charAt(0);
    char type = letter == '[' ? 'L' : letter;
    return new ValueField(field.getName(), type, UNSAFE.objectFieldOffset(field), simple);
  }

  private static Shape plain(int kind, Class<?> type) {
    return new Shape(kind, type.getName(), NONE, false, false, false);
  }

  private static Shape opaque(Class<?> type) {
    // A collection that is not read does hold data; any other thing of the JDK's mostly does not.
    boolean data = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    return new Shape(Shape.OPAQUE, type.getName(), NONE, false, data || !Jdk.owns(type), false);
  }
}
