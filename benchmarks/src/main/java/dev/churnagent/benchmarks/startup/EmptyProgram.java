package dev.churnagent.benchmarks.startup;

/** Says that it runs, and ends. */
public final class EmptyProgram {
  private EmptyProgram() {}

  /** No arguments. */
  public static void main(String[] args) {
    System.out.write('\n');
    System.out.flush();
  }
}
