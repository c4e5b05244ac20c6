package programs;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A gRPC server that answers with what it was asked; prints its port. */
public final class Echo {
  static final MethodDescriptor<String, String> METHOD =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("programs.Echo/echo")
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  private Echo() {}

  /** Serves until its stdin ends. */
  public static void main(String... arguments) throws Exception {
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("programs.Echo")
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (asked, answer) -> {
                      answer.onNext(asked);
                      answer.onCompleted();
                    }))
            .build();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(service)
            .build()
            .start();
    System.out.println("port " + server.getPort());
    while (System.in.read() >= 0) {
      continue;
    }
    System.exit(0);
  }

  private static final class Text implements Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
