package dev.churnagent.it.program.host;

/** Other cases, recorded by an agent that always fails: {@code WithFailingSink MODE CASES}. */
public final class WithFailingSink {
  private WithFailingSink() {}

  public static void main(String[] args) throws Exception {
    FailingSink.install(FailingSink.Mode.valueOf(args[0]));
    Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }
}
