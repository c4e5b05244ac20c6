package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.ToolProvider;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.ByteVector;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of parameters' names, by what the compiler was told to tell. */
class ParameterNamesTest {
  private static final String SCRAMBLED = "scrambled";
  private static final String SOURCE =
      """
      public abstract class Login {
        public String own(long id, String password, double[] rates, double limit, int pin) {
          for (int i = 0; i < 3; i++) { long other = i; id += other; }
          for (String word : password.split(",")) { id += word.length(); }
          return "" + id + limit + pin + rates.length;
        }
        public static String shared(double limit, String password, long[][] ids, long last) {
          String made = password + limit;
          return made + last + ids.length;
        }
        public static void none() { int local = 1; System.gc(); }
        public void one() { int local = 1; System.gc(); }
        public abstract void open(long id, String password);
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"-g", "-parameters", "-g -parameters", "-g:vars"})
  void shouldTellNamesThatTheClassFileHas(String options) {
    byte[] file = compile(options);

    assertThat(names(file, "own")).containsExactly("id", "password", "rates", "limit", "pin");
    assertThat(names(file, "shared")).containsExactly("limit", "password", "ids", "last");
    assertThat(names(file, "none")).isNull();
    assertThat(names(file, "one")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-g:none", "-g:lines,source"})
  void shouldKnowNoNamesThatTheClassFileHasNot(String options) {
    byte[] file = compile(options);

    assertThat(names(file, "own")).isNull();
    assertThat(names(file, "shared")).isNull();
  }

  @Test
  void shouldKnowNamesOfAMethodWithoutCodeByItsParametersAlone() {
    assertThat(names(compile("-g"), "open")).isNull();
    assertThat(names(compile("-parameters"), "open")).containsExactly("id", "password");
  }

  @Test
  void shouldTakeFromTheVariablesWhatTheParametersDoNotTell() {
    byte[] file = rewritten(compile("-g"), null, "given", null, null, null);

    assertThat(names(file, "own")).containsExactly("id", "given", "rates", "limit", "pin");
  }

  @Test
  void shouldTakeNoParametersOfAnotherCount() {
    byte[] file = rewritten(compile("-g:none"), "hidden", "id", "password", "rates", "limit", "x");

    assertThat(names(file, "own")).isNull();
  }

  @Test
  void shouldTakeTheFirstVariableOfASlot() {
    byte[] file = rewritten(compile("-g"));

    assertThat(names(file, "own")).containsExactly("id", "password", "rates", "limit", "pin");
  }

  @Test
  void shouldKnowNothingWhereTheNamesAreScrambled() {
    byte[] file = rewritten(compile("-g"), SCRAMBLED);

    assertThat(names(file, "own")).isNull();
    assertThat(names(file, "shared")).as("of another method").hasSize(4);
  }

  @Test
  void shouldPassNamesOfWatchedMethodsOnlyToTheRegistry() {
    WeavingFixture fixture = new WeavingFixture("Login#own", "Login#shared");
    fixture.weave(getClass().getClassLoader(), "Login", compile("-g"));

    assertThat(fixture.defined).hasSize(2);
    assertThat(fixture.names).containsExactly("[id, password, rates, limit, pin]", "-");
  }

  private static String[] names(byte[] file, String method) {
    ClassOutline type = new ClassOutline(file);
    for (MethodOutline outline : type.methods()) {
      if (outline.name().equals(method)) {
        return type.parameterNames(outline);
      }
    }
    throw new IllegalArgumentException(method);
  }

  private byte[] compile(String options) {
    try {
      Path source = Files.writeString(folder.resolve("Login.java"), SOURCE);
      List<String> words = new ArrayList<>(List.of("--release", "17", "-proc:none"));
      Collections.addAll(words, options.split(" "));
      words.add(source.toString());
      int status =
          ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(new String[0]));
      assertThat(status).isZero();
      return Files.readAllBytes(folder.resolve("Login.class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With these {@code MethodParameters} in {@code own}, and slots that serve twice. */
  private static byte[] rewritten(byte[] file, String... parameters) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
                return name.equals("own") ? new Rewriting(next, parameters) : next;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static final class Rewriting extends MethodVisitor {
    Rewriting(MethodVisitor next, String... parameters) {
      super(Opcodes.ASM9, next);
      for (String parameter : parameters) {
        if (SCRAMBLED.equals(parameter)) {
          super.visitAttribute(new NamesThatAreNoConstants());
        } else {
          super.visitParameter(parameter, 0);
        }
      }
    }

    @Override
    public void visitLocalVariable(
        String name, String type, String signature, Label start, Label end, int index) {
      if (index > 0) {
        super.visitLocalVariable("later" + index, "I", null, end, end, index);
      }
      super.visitLocalVariable(name, type, signature, start, end, index);
      super.visitLocalVariable("after" + index, "I", null, end, end, index);
    }
  }

  private static final class NamesThatAreNoConstants extends Attribute {
    NamesThatAreNoConstants() {
      super("MethodParameters");
    }

    @Override
    protected ByteVector write(
        ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
      ByteVector content = new ByteVector().putByte(5);
      for (int i = 0; i < 5; i++) {
        content.putShort(0xffff).putShort(0);
      }
      return content;
    }
  }
}
