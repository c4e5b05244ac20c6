package dev.churnagent.instrument;

import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodAccessorFactory;
import net.bytebuddy.implementation.attribute.AnnotationValueFilter;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.jar.asm.ClassVisitor;

/**
 * The least that Advice asks of its surroundings. A retransformation can add neither methods nor
 * types, so every request for one is an error in the advice.
 */
public final class WeavingContext extends Implementation.Context.ExtractableView.AbstractBase {
  /** For a class of the running JDK. */
  WeavingContext(TypeDescription type) {
    this(type, ClassFileVersion.JAVA_V17);
  }

  /**
   * For any class.
   *
   * @param version of its class file: before Java 6 there are no stack map frames
   */
  public WeavingContext(TypeDescription type, ClassFileVersion version) {
    super(type, version, FrameGeneration.GENERATE);
  }

  @Override
  public boolean isEnabled() {
    return false;
  }

  @Override
  public List<DynamicType> getAuxiliaryTypes() {
    return List.of();
  }

  @Override
  public void drain(
      TypeInitializer.Drain drain,
      ClassVisitor classVisitor,
      AnnotationValueFilter.Factory annotationValueFilterFactory) {
    throw refused();
  }

  @Override
  public TypeDescription register(AuxiliaryType auxiliaryType) {
    throw refused();
  }

  @Override
  public FieldDescription.InDefinedShape cache(StackManipulation value, TypeDescription type) {
    throw refused();
  }

  @Override
  public MethodDescription.InDefinedShape registerAccessorFor(
      Implementation.SpecialMethodInvocation invocation,
      MethodAccessorFactory.AccessType accessType) {
    throw refused();
  }

  @Override
  public MethodDescription.InDefinedShape registerGetterFor(
      FieldDescription field, MethodAccessorFactory.AccessType accessType) {
    throw refused();
  }

  @Override
  public MethodDescription.InDefinedShape registerSetterFor(
      FieldDescription field, MethodAccessorFactory.AccessType accessType) {
    throw refused();
  }

  private static IllegalStateException refused() {
    return new IllegalStateException("advice must not need members or types of its own");
  }
}
