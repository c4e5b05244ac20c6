package dev.churnagent.benchmarks.volume;

/** The sources of {@link SiteGroup}s. */
final class SiteClasses {
  /** Sites of one class: so few that the method that chooses one is still compiled. */
  static final int GROUP_SIZE = 100;

  private SiteClasses() {}

  static String name(int group) {
    return SiteClasses.class.getPackageName() + ".Sites" + group;
  }

  /** Each site opens its socket on a line of its own, waits for the server's end, and closes. */
  static String source(int group) {
    StringBuilder text = new StringBuilder();
    text.append("package ").append(SiteClasses.class.getPackageName()).append(";\n");
    text.append("import java.io.IOException;\n");
    text.append("import java.net.InetAddress;\nimport java.net.Socket;\n");
    text.append("public final class Sites").append(group).append(" implements SiteGroup {\n");
    text.append("public void visit(int site, InetAddress address, int port)");
    text.append(" throws IOException {\nswitch (site) {\n");
    for (int i = 0; i < GROUP_SIZE; i++) {
      text.append("case ").append(i).append(": site").append(i);
      text.append("(address, port); break;\n");
    }
    text.append("default: throw new IllegalArgumentException(\"no site \" + site);\n}\n}\n");
    for (int i = 0; i < GROUP_SIZE; i++) {
      text.append("private static void site").append(i);
      text.append("(InetAddress address, int port) throws IOException {\n");
      text.append("try (Socket socket = new Socket(address, port)) {\n");
      text.append("VolumeClient.awaitEnd(socket);\n}\n}\n");
    }
    return text.append("}\n").toString();
  }
}
