package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTest {
  @ParameterizedTest(name = "{0}.{1} -> {2}.{3}")
  @CsvSource({
    // plain names stay
    "a.Foo, run, a.Foo, run",
    "a.Foo$Inner, run, a.Foo$Inner, run",
    "a.Foo$1, run, a.Foo$1, run",
    "a.Foo, my$method, a.Foo, my$method",
    "a.Foo, <init>, a.Foo, <init>",
    "a.Foo, lambda, a.Foo, lambda",
    // Java
    "a.Foo, lambda$run$0, a.Foo, run",
    "a.Foo, lambda$my$method$12, a.Foo, my$method",
    "a.Foo, lambda$run$1a2b3c4d$1, a.Foo, run",
    "a.Foo, lambda$my$facade$1, a.Foo, my$facade",
    "a.Foo, lambda$new$0, a.Foo, <init>",
    "a.Foo, lambda$static$3, a.Foo, <clinit>",
    "a.Foo, lambda$0, a.Foo, lambda$0",
    // hidden classes
    "a.Foo/0x0000000800c03000, run, a.Foo, run",
    "a.Foo.0x0000000800c03000, run, a.Foo, run",
    // Kotlin
    "a.Foo, lambda$run$lambda$0, a.Foo, run",
    "a.Foo, run$lambda$0, a.Foo, run",
    "a.Foo, run$lambda-0, a.Foo, run",
    "a.Foo, run$lambda$1$lambda$0, a.Foo, run",
    "a.Foo, _init_$lambda$0, a.Foo, <init>",
    "a.Foo, run$default, a.Foo, run",
    "a.Foo, run$lambdas, a.Foo, run$lambdas",
    "a.Foo$run$1, invokeSuspend, a.Foo, run",
    "a.Foo$run$1, invokeSuspend$lambda$0, a.Foo, run",
    "a.Foo$run$1$2, invokeSuspend$lambda$1$lambda$0, a.Foo, run",
    "a.Foo$run$1, invoke$lambda$0, a.Foo, run",
    "a.Foo$run$$inlined$map$1$2, emit, a.Foo, run",
    "a.FooKt$run$1$invokeSuspend$$inlined$map$1, collect, a.FooKt, run",
    "a.Foo$run$1, invoke, a.Foo, run",
    "a.Foo$run$result$1, invoke, a.Foo, run",
    "a.Foo$run$1$2, invokeSuspend, a.Foo, run",
    "a.Foo$Inner$run$1, invokeSuspend, a.Foo$Inner, run",
    "a.Foo$run$1, onEvent, a.Foo$run$1, onEvent",
    "a.Foo$Inner, invoke, a.Foo$Inner, invoke",
    "a.Foo$1, invoke, a.Foo$1, invoke",
    "a.Foo$1, invokeSuspend, a.Foo, <init>",
    "a.Outer$Foo$1$4$12$1, invokeSuspend, a.Outer$Foo, <init>",
    "a.Foo$1$2, invokeSuspend$lambda$0, a.Foo, <init>",
    // Groovy
    "a.Foo$_run_closure1, doCall, a.Foo, run",
    "a.Foo$_run_closure1$_closure2, doCall, a.Foo, run",
    "a.Foo$_closure1, doCall, a.Foo$_closure1, doCall",
    "a.Foo$__spock_feature_0_2_closure2, doCall, a.Foo, $spock_feature_0_2",
    "a.Foo$_run_closure1, size, a.Foo$_run_closure1, size",
    // Scala
    "a.Foo$, run$$anonfun$1, a.Foo, run",
    "a.Foo$, run$$anonfun$1$$anonfun$2, a.Foo, run",
    "a.Foo, $init$$$anonfun$1, a.Foo, <init>",
    "a.Foo$, $anonfun$1$$anonfun$1, a.Foo, $anonfun$1",
    "a.Foo, a$Foo$$$anonfun$run$1, a.Foo, run",
    "a.Foo, $anonfun$run$1, a.Foo, run",
    "a.Foo, $anonfun$run$1$adapted, a.Foo, run",
    "a.Foo, $anonfun$new$1, a.Foo, <init>",
    "a.Foo, $anonfun$1, a.Foo, $anonfun$1",
    "a.Foo$, run, a.Foo, run",
    "a.Foo$$anonfun$run$1, apply, a.Foo, run",
    "a.Foo$$anonfun$run$1, apply$mcV$sp, a.Foo, run",
  })
  void shouldGiveTheNameThatAPersonWrote(
      String rawClass, String rawMethod, String className, String method) {
    WrittenName name = WrittenName.of(rawClass, rawMethod);

    assertThat(name.className()).isEqualTo(className);
    assertThat(name.method()).isEqualTo(method);
  }

  @Test
  void shouldTakeAccessorsForBridgesButNotMethodsNamedLikeThem() {
    assertThat(WrittenName.isBridge("a.Foo", "access$000")).isTrue();
    assertThat(WrittenName.isBridge("a.Foo", "access$getName")).isTrue();
    assertThat(WrittenName.isBridge("a.Foo", "accessor")).isFalse();
    assertThat(WrittenName.isBridge("a.Foo", "access")).isFalse();
    assertThat(WrittenName.isBridge("a.Foo", "run$$anonfun$adapted$1")).isTrue();
    assertThat(WrittenName.isBridge("a.Foo", "$anonfun$adapted$2")).isTrue();
    assertThat(WrittenName.isBridge("a.Foo", "$anonfun$run$1$adapted")).isFalse();
  }
}
