package dev.churnagent.analysis;

/**
 * Closures that are classes of their own: Kotlin's {@code Foo$run$1}, Groovy's {@code
 * Foo$_run_closure1}, Scala's {@code Foo$$anonfun$run$1}. Anonymous classes whose methods a person
 * named are left alone.
 */
final class ClosureClasses {
  private static final String SCALA_MARK = "$$anonfun$";

  private ClosureClasses() {}

  /** The class and method that the closure was written in, or null if the frame is no closure. */
  static WrittenName enclosing(String className, int packageEnd, String method) {
    WrittenName name = ofGroovy(className, packageEnd, method);
    if (name == null) {
      name = ofScala(className, packageEnd, method);
    }
    return name != null ? name : ofKotlin(className, packageEnd, method);
  }

  private static WrittenName ofGroovy(String className, int packageEnd, String method) {
    if (!method.equals("doCall") && !method.equals("call")) {
      return null;
    }
    int start = className.indexOf("$_", packageEnd);
    int end = start < 0 ? -1 : className.indexOf("_closure", start + 2);
    int number = end + "_closure".length();
    if (end <= start + 2
        || number >= className.length()
        || !Digits.isDigit(className.charAt(number))) {
      return null;
    }
    return WrittenName.ofParts(
        className.substring(0, start), ofSpock(className.substring(start + 2, end)));
  }

  /** Groovy writes {@code $} as {@code _} there; Spock has methods of such names. */
  private static String ofSpock(String method) {
    return method.startsWith("_spock_") ? '$' + method.substring(1) : method;
  }

  private static WrittenName ofScala(String className, int packageEnd, String method) {
    int mark = className.indexOf(SCALA_MARK, packageEnd);
    if (mark < 0 || !method.startsWith("apply")) {
      return null;
    }
    int start = mark + SCALA_MARK.length();
    int end = className.indexOf('$', start);
    String enclosing = end < 0 ? className.substring(start) : className.substring(start, end);
    return Digits.areAll(enclosing, 0, enclosing.length())
        ? null
        : WrittenName.ofParts(className.substring(0, mark), enclosing);
  }

  private static WrittenName ofKotlin(String className, int packageEnd, String method) {
    String unnumbered = Digits.withoutNumber(className);
    if (unnumbered.length() == className.length() || !isKotlinBody(className, method)) {
      return null;
    }
    // By convention classes start in upper case and methods do not: Outer$Inner$run$1.
    int dollar = className.indexOf('$', packageEnd + 1);
    while (dollar > 0 && dollar + 1 < unnumbered.length()) {
      if (Character.isLowerCase(className.charAt(dollar + 1))) {
        int end = className.indexOf('$', dollar + 1);
        return WrittenName.ofParts(
            className.substring(0, dollar), className.substring(dollar + 1, end));
      }
      dollar = className.indexOf('$', dollar + 1);
    }
    return method.startsWith("invokeSuspend") ? ofConstructor(unnumbered) : null;
  }

  /** A coroutine that was written in a constructor, as Kotest's tests are: {@code Foo$1$2}. */
  private static WrittenName ofConstructor(String numbered) {
    String outer = numbered;
    String name = Digits.withoutNumber(outer);
    while (name.length() < outer.length()) {
      outer = name;
      name = Digits.withoutNumber(outer);
    }
    return WrittenName.ofParts(name, "<init>");
  }

  /**
   * A lambda within it is {@code invokeSuspend$lambda$0}; a class with {@code $$inlined$} in its
   * name is what the compiler made of an inline function, such as a flow's {@code map}.
   */
  private static boolean isKotlinBody(String className, String method) {
    int lambda = method.indexOf("$lambda");
    String body = lambda < 0 ? method : method.substring(0, lambda);
    return body.equals("invoke")
        || body.equals("invokeSuspend")
        || className.contains("$$inlined$");
  }
}
