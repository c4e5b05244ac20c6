package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods are scopes without being named. */
class TestMethodsTest {
  private static final ClassLoader LOADER = TestMethodsTest.class.getClassLoader();

  @Retention(RetentionPolicy.RUNTIME)
  @Test
  @interface FastTest {}

  @Retention(RetentionPolicy.RUNTIME)
  @FastTest
  @interface VeryFastTest {}

  @Retention(RetentionPolicy.RUNTIME)
  @Circular
  @interface Circular {}

  @Disabled("read by the weaver, not run")
  static class Jupiter {
    @Test
    void plain() {}

    @RepeatedTest(2)
    void repeated() {}

    @ParameterizedTest
    @CsvSource("a")
    void parameterized(String text) {}

    @TestFactory
    Object made() {
      return null;
    }

    @AfterEach
    void clean() {}

    void helper() {}
  }

  @Disabled("read by the weaver, not run")
  static class Composed {
    @FastTest
    void fast() {}

    @VeryFastTest
    void veryFast() {}

    @Circular
    @Deprecated
    void notATest() {}
  }

  static class OnlyComposed {
    @FastTest
    void fast() {}
  }

  static class NoTest {
    @Deprecated
    @Circular
    void notATest() {}
  }

  @Test
  void shouldFindJupitersTestsAndNotWhatStandsBesideThem() {
    WeavingFixture fixture = new WeavingFixture("", "");

    assertThat(fixture.weave(Jupiter.class)).isNotNull();
    assertThat(fixture.defined)
        .containsExactlyInAnyOrder(
            "scope TestMethodsTest$Jupiter.plain()V",
            "scope TestMethodsTest$Jupiter.repeated()V",
            "scope TestMethodsTest$Jupiter.parameterized(Ljava/lang/String;)V",
            "scope TestMethodsTest$Jupiter.made()Ljava/lang/Object;");
    assertThat(fixture.firstTests).isEqualTo(1);
    fixture.weave(Composed.class);
    fixture.weave(Jupiter.class);
    assertThat(fixture.firstTests).isEqualTo(1);
  }

  @Test
  void shouldFindComposedAnnotationsOnceThePlatformIsThere() {
    WeavingFixture fixture = new WeavingFixture("", "");

    assertThat(fixture.weave(OnlyComposed.class)).isNull();
    fixture.weave(LOADER, "org/junit/platform/engine/TestEngine", new byte[0]);
    assertThat(fixture.weave(OnlyComposed.class)).isNotNull();
    assertThat(fixture.weave(Composed.class)).isNotNull();
    assertThat(fixture.weave(NoTest.class)).isNull();
    assertThat(fixture.defined)
        .containsExactlyInAnyOrder(
            "scope TestMethodsTest$OnlyComposed.fast()V",
            "scope TestMethodsTest$Composed.fast()V",
            "scope TestMethodsTest$Composed.veryFast()V");
  }

  @ParameterizedTest
  @CsvSource({
    "Lorg/junit/Test;,                 false, scope Generated.run()V",
    "Lorg/testng/annotations/Test;,    false, scope Generated.run()V",
    "Lorg/testng/annotations/Test;,    true,  scope Generated.open()V",
    "Lorg/junit/Test;,                 true,  ",
    "Lorg/junit/Before;,               false, ",
    "Lorg/testng/annotations/DataProvider;, false, ",
    "Lcom/acme/Test;,                  false, ",
    "Lcom/acme/Test;,                  true,  ",
  })
  void shouldKnowTheOlderKinds(String annotation, boolean onClass, String expected) {
    WeavingFixture fixture = new WeavingFixture("", "");
    byte[] woven = fixture.weave(LOADER, "gen/Generated", generated(annotation, onClass));

    assertThat(woven != null).isEqualTo(expected != null);
    if (expected != null) {
      assertThat(fixture.defined).containsExactly(expected);
    }
  }

  @Test
  void shouldKnowSpocksFeaturesUponThePlatform() {
    WeavingFixture fixture = new WeavingFixture("", "");
    fixture.weave(LOADER, "org/junit/platform/engine/TestEngine", new byte[0]);
    String feature = "Lorg/spockframework/runtime/model/FeatureMetadata;";

    assertThat(fixture.weave(LOADER, "gen/Generated", generated(feature, false))).isNotNull();
    assertThat(fixture.defined).containsExactly("scope Generated.run()V");
  }

  @Test
  void shouldLookForNoTestsWhereScopesAreNamed() {
    WeavingFixture fixture = new WeavingFixture("", "com.acme.Flow#run");

    assertThat(fixture.weave(Jupiter.class)).isNull();
    assertThat(fixture.firstTests).isZero();
  }

  /** A class with an annotated package-private method, or annotated itself with a public one. */
  private static byte[] generated(String annotation, boolean onClass) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, "gen/Generated", null, "java/lang/Object", null);
    if (onClass) {
      fill(writer.visitAnnotation(annotation, true));
    }
    MethodVisitor run = writer.visitMethod(0, "run", "()V", null, null);
    if (!onClass) {
      fill(run.visitAnnotation(annotation, true));
    }
    end(run);
    end(writer.visitMethod(Opcodes.ACC_PUBLIC, "open", "()V", null, null));
    // Six characters make an entry as long as a number's; it must not be taken for one.
    writer.visitField(0, "sixsix", "J", null, null).visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Values of every kind, to be skipped. */
  private static void fill(AnnotationVisitor annotation) {
    annotation.visit("timeout", 5L);
    annotation.visit("ratio", 0.5);
    annotation.visitEnum("mode", "Lx/Mode;", "ON");
    AnnotationVisitor array = annotation.visitArray("groups");
    array.visit(null, "a");
    array.visit(null, "b");
    array.visitEnd();
    annotation.visitAnnotation("inner", "Lx/Inner;").visitEnd();
    annotation.visitEnd();
  }

  private static void end(MethodVisitor method) {
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 1);
    method.visitEnd();
  }
}
