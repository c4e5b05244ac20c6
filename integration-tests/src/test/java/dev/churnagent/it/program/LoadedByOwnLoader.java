package dev.churnagent.it.program;

/** Insists on its class loader, then does what Mixed does. */
public final class LoadedByOwnLoader {
  private LoadedByOwnLoader() {}

  public static void main(String[] args) throws Exception {
    String loader = LoadedByOwnLoader.class.getClassLoader().getClass().getSimpleName();
    if (!loader.equals("ChildFirstLoader")) {
      throw new IllegalStateException(loader);
    }
    Mixed.main(args);
  }
}
