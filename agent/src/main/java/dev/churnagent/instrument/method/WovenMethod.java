package dev.churnagent.instrument.method;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.jar.asm.Type;

/**
 * A method as the advice sees it: its types are names only, so that none of the application's
 * classes is looked for.
 */
public final class WovenMethod extends MethodDescription.Latent {
  /** For advice that passes no number on. */
  public static final int NO_ID = -1;

  private final int id;

  private WovenMethod(TypeDescription type, int access, String name, Type descriptor, int id) {
    super(
        type,
        name,
        access,
        List.of(),
        named(descriptor.getReturnType()).asGenericType(),
        parameters(descriptor),
        List.of(),
        List.of(),
        null,
        Modifier.isStatic(access) ? null : type.asGenericType());
    this.id = id;
  }

  /**
   * Describes a method.
   *
   * @param id the number that its advice passes on
   */
  public static WovenMethod of(
      TypeDescription type, int access, String name, String descriptor, int id) {
    return new WovenMethod(type, access, name, Type.getMethodType(descriptor), id);
  }

  int id() {
    return id;
  }

  /** A class by its name alone. */
  public static TypeDescription named(String binaryName, int access) {
    return new TypeDescription.Latent(binaryName, access, null, List.of());
  }

  private static List<ParameterDescription.Token> parameters(Type descriptor) {
    List<ParameterDescription.Token> parameters = new ArrayList<>();
    for (Type type : descriptor.getArgumentTypes()) {
      parameters.add(new ParameterDescription.Token(named(type).asGenericType()));
    }
    return parameters;
  }

  private static TypeDescription named(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT:
        return named(type.getClassName(), Modifier.PUBLIC);
      case Type.ARRAY:
        return TypeDescription.ArrayProjection.of(
            named(type.getElementType()), type.getDimensions());
      default:
        return primitive(type);
    }
  }

  private static TypeDescription primitive(Type type) {
    switch (type.getSort()) {
      case Type.BOOLEAN:
        return TypeDescription.ForLoadedType.of(boolean.class);
      case Type.BYTE:
        return TypeDescription.ForLoadedType.of(byte.class);
      case Type.CHAR:
        return TypeDescription.ForLoadedType.of(char.class);
      case Type.SHORT:
        return TypeDescription.ForLoadedType.of(short.class);
      case Type.INT:
        return TypeDescription.ForLoadedType.of(int.class);
      case Type.LONG:
        return TypeDescription.ForLoadedType.of(long.class);
      case Type.FLOAT:
        return TypeDescription.ForLoadedType.of(float.class);
      case Type.DOUBLE:
        return TypeDescription.ForLoadedType.of(double.class);
      default:
        return TypeDescription.ForLoadedType.of(void.class);
    }
  }
}
