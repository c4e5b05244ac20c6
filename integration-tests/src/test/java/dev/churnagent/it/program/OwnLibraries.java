package dev.churnagent.it.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** Ships libraries that the agent has too, in other versions. */
public final class OwnLibraries {
  private OwnLibraries() {}

  public static void main(String[] args) throws Exception {
    connect(Integer.parseInt(args[0]));
    ObjectMapper mapper = new ObjectMapper();
    System.out.println("jackson " + mapper.version());
    System.out.println("json " + mapper.writeValueAsString(Map.of("a", 1)));
    System.out.println("byte-buddy " + where(ByteBuddy.class));
    Class<?> made =
        new ByteBuddy(ClassFileVersion.JAVA_V17)
            .subclass(Object.class)
            .method(ElementMatchers.named("toString"))
            .intercept(FixedValue.value("made"))
            .make()
            .load(OwnLibraries.class.getClassLoader())
            .getLoaded();
    System.out.println("made " + made.getDeclaredConstructor().newInstance());
    connect(Integer.parseInt(args[0]));
  }

  private static void connect(int port) throws Exception {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static String where(Class<?> type) throws Exception {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getParentFile()
        .getName();
  }
}
