package dev.churnagent.analysis;

/**
 * The name of a method as a person wrote it. Compilers of Java, Kotlin, Scala and Groovy put
 * lambdas, closures and coroutines into methods and classes of their own; those belong to the
 * method around them.
 */
final class WrittenName {
  private static final String CONSTRUCTOR = "<init>";
  private static final String CLASS_INITIALISER = "<clinit>";

  private final String className;
  private final String method;

  private WrittenName(String className, String method) {
    this.className = className;
    this.method = method;
  }

  /**
   * The written name for a frame.
   *
   * @param rawClass binary name as the VM knows it, not null
   * @param rawMethod name in the class file, not null
   */
  static WrittenName of(String rawClass, String rawMethod) {
    String className = withoutHiddenSuffix(rawClass);
    int packageEnd = className.lastIndexOf('.') + 1;
    WrittenName closure = ClosureClasses.enclosing(className, packageEnd, rawMethod);
    if (closure != null) {
      return new WrittenName(withoutModuleMark(closure.className), writtenMethod(closure.method));
    }
    return new WrittenName(withoutModuleMark(className), writtenMethod(rawMethod));
  }

  /** A name that is known already. */
  static WrittenName ofParts(String className, String method) {
    return new WrittenName(className, method);
  }

  /** Whether a method only passes on to one that a person wrote, so that it is never a site. */
  static boolean isBridge(String rawClass, String rawMethod) {
    return rawMethod.startsWith("access$")
        || rawMethod.contains("$anonfun$adapted$")
        || rawClass.contains("$$Lambda");
  }

  /** The name without the VM's mark of a hidden class, {@code /0x0000...} or {@code .0x...}. */
  static String withoutHiddenSuffix(String className) {
    int mark = className.lastIndexOf("/0x");
    if (mark < 0) {
      mark = className.lastIndexOf(".0x");
    }
    return mark > 0 ? className.substring(0, mark) : className;
  }

  /** A Scala object {@code Foo} lives in a class {@code Foo$}. */
  private static String withoutModuleMark(String className) {
    int last = className.length() - 1;
    return last > 0 && className.charAt(last) == '$' && className.charAt(last - 1) != '.'
        ? className.substring(0, last)
        : className;
  }

  private static String writtenMethod(String raw) {
    String name = ofScala3(raw);
    if (name.startsWith("lambda$")) {
      name = ofJavaLambda(name);
    } else if (name.startsWith("$anonfun$")) {
      name = ofScalaFunction(name);
    }
    name = withoutKotlinLambda(name);
    if (name.endsWith("$default")) {
      name = name.substring(0, name.length() - "$default".length());
    }
    return switch (name) {
      case "_init_", "$init$" -> CONSTRUCTOR;
      case "_clinit_" -> CLASS_INITIALISER;
      case "" -> raw;
      default -> name;
    };
  }

  /** {@code lambda$run$0}, {@code lambda$run$1a2b3c4d$1}; Eclipse's {@code lambda$0} names none. */
  private static String ofJavaLambda(String name) {
    String rest = withoutKotlinLambda(name.substring("lambda$".length()));
    if (Digits.areAll(rest, 0, rest.length())) {
      return name;
    }
    String stem = Digits.withoutNumber(rest);
    int dollar = stem.lastIndexOf('$');
    boolean isNumbered = stem.length() < rest.length();
    if (dollar > 0 && isNumbered && Digits.isHash(stem, dollar + 1, stem.length())) {
      stem = stem.substring(0, dollar);
    }
    return ofKeyword(stem);
  }

  /** {@code $anonfun$run$1} and its bridge {@code $anonfun$run$1$adapted}. */
  private static String ofScalaFunction(String name) {
    String rest = name.substring("$anonfun$".length());
    if (rest.endsWith("$adapted")) {
      rest = rest.substring(0, rest.length() - "$adapted".length());
    }
    return Digits.areAll(rest, 0, rest.length()) ? name : ofKeyword(Digits.withoutNumber(rest));
  }

  /**
   * Scala 3's {@code run$$anonfun$1}, nested {@code run$$anonfun$1$$anonfun$1}; and what Scala 2
   * makes public for its inlining, {@code com$acme$Flow$$$anonfun$run$1}.
   */
  private static String ofScala3(String name) {
    int mark = name.indexOf("$$anonfun$");
    int number = mark + "$$anonfun$".length();
    if (mark <= 0 || number >= name.length()) {
      return name;
    }
    if (Digits.isDigit(name.charAt(number))) {
      return name.substring(0, mark);
    }
    return name.charAt(mark - 1) == '$' ? name.substring(mark + 1) : name;
  }

  /** {@code run$lambda$0}, older {@code run$lambda-0}, nested {@code run$lambda$1$lambda$0}. */
  private static String withoutKotlinLambda(String name) {
    int mark = name.indexOf("$lambda");
    int number = mark + "$lambda".length();
    boolean isLambda =
        mark > 0
            && number + 1 < name.length()
            && (name.charAt(number) == '$' || name.charAt(number) == '-')
            && Digits.isDigit(name.charAt(number + 1));
    return isLambda ? name.substring(0, mark) : name;
  }

  /** In a lambda's name a constructor is {@code new} and a class initialiser {@code static}. */
  private static String ofKeyword(String stem) {
    return switch (stem) {
      case "new" -> CONSTRUCTOR;
      case "static" -> CLASS_INITIALISER;
      default -> stem;
    };
  }

  String className() {
    return className;
  }

  String method() {
    return method;
  }
}
