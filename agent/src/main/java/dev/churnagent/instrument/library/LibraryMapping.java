package dev.churnagent.instrument.library;

import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;

/** What the annotations of our own in the libraries' advice mean. */
final class LibraryMapping {
  private LibraryMapping() {}

  static Advice.WithCustomMapping all() {
    return Advice.withCustomMapping().bind(DescriptorNumber.class, new DescriptorMapping());
  }

  /** {@code this.intValue()}; only at the entry, where {@code this} is still in its place. */
  private static final class DescriptorMapping implements Advice.OffsetMapping {
    @Override
    public Target resolve(
        TypeDescription type,
        MethodDescription method,
        Assigner assigner,
        Advice.ArgumentHandler arguments,
        Sort sort) {
      MethodDescription getter =
          new MethodDescription.Latent(
              type,
              "intValue",
              Visibility.PUBLIC.getMask(),
              List.of(),
              TypeDescription.ForLoadedType.of(int.class).asGenericType(),
              List.of(),
              List.of(),
              List.of(),
              null,
              type.asGenericType());
      return new Target.ForStackManipulation(
          new StackManipulation.Compound(
              MethodVariableAccess.loadThis(), MethodInvocation.invoke(getter)));
    }
  }
}
