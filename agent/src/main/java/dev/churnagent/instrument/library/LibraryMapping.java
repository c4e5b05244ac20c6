package dev.churnagent.instrument.library;

import dev.churnagent.instrument.method.WovenMethod;
import java.lang.reflect.Modifier;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.member.FieldAccess;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;

/**
 * What the annotations of our own in the libraries' advice mean. Each calls nothing but getters of
 * the library, on {@code this}.
 */
final class LibraryMapping {
  private static final TypeDescription INT = TypeDescription.ForLoadedType.of(int.class);

  private LibraryMapping() {}

  static Advice.WithCustomMapping all() {
    return Advice.withCustomMapping()
        .bind(new GetterFactory())
        .bind(ChannelNumber.class, new ChannelMapping());
  }

  private static StackManipulation call(TypeDescription owner, String name, TypeDescription type) {
    return MethodInvocation.invoke(
        new MethodDescription.Latent(
            owner,
            name,
            Modifier.PUBLIC,
            List.of(),
            type.asGenericType(),
            List.of(),
            List.of(),
            List.of(),
            null,
            owner.asGenericType()));
  }

  /** {@code this.getter()}. */
  private static final class GetterFactory implements Advice.OffsetMapping.Factory<Getter> {
    @Override
    public Class<Getter> getAnnotationType() {
      return Getter.class;
    }

    @Override
    public Advice.OffsetMapping make(
        ParameterDescription.InDefinedShape target,
        AnnotationDescription.Loadable<Getter> annotation,
        AdviceType adviceType) {
      String name = annotation.getValue("value").resolve(String.class);
      TypeDescription type = target.getType().asErasure();
      return new Advice.OffsetMapping() {
        @Override
        public Target resolve(
            TypeDescription woven,
            MethodDescription method,
            Assigner assigner,
            Advice.ArgumentHandler arguments,
            Sort sort) {
          return new Target.ForStackManipulation(
              new StackManipulation.Compound(
                  MethodVariableAccess.loadThis(), call(woven, name, type)));
        }
      };
    }
  }

  /** {@code this.fd().intValue()}, or the same of the channel whose inner class this is. */
  private static final class ChannelMapping implements Advice.OffsetMapping {
    private static final String NETTY = "io.netty.";
    private static final String DESCRIPTOR = "channel.unix.FileDescriptor";

    @Override
    public Target resolve(
        TypeDescription woven,
        MethodDescription method,
        Assigner assigner,
        Advice.ArgumentHandler arguments,
        Sort sort) {
      String name = woven.getName();
      // A copy in another package has all of Netty there.
      String root = name.substring(0, name.lastIndexOf(NETTY) + NETTY.length());
      TypeDescription descriptor = WovenMethod.named(root.concat(DESCRIPTOR), Modifier.PUBLIC);
      int inner = name.lastIndexOf('$');
      TypeDescription channel =
          inner < 0 ? woven : WovenMethod.named(name.substring(0, inner), Modifier.PUBLIC);
      StackManipulation load =
          inner < 0
              ? MethodVariableAccess.loadThis()
              : new StackManipulation.Compound(
                  MethodVariableAccess.loadThis(), outer(woven, channel));
      return new Target.ForStackManipulation(
          new StackManipulation.Compound(
              load, call(channel, "fd", descriptor), call(descriptor, "intValue", INT)));
    }

    private static StackManipulation outer(TypeDescription inner, TypeDescription outer) {
      return FieldAccess.forField(
              new FieldDescription.Latent(
                  inner, "this$0", Modifier.FINAL, outer.asGenericType(), List.of()))
          .read();
    }
  }
}
