package programs;

import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.Dsl;

/** AsyncHttpClient, of which all methods share one. */
public final class AsyncHttp {
  private static final AsyncHttpClient SHARED = Dsl.asyncHttpClient();

  private AsyncHttp() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(AsyncHttp.class, arguments);
  }

  static void execute(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      request(port).execute().get();
    }
  }

  static void executeAllAtOnce(int port, int times) throws Exception {
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(request(port).execute());
    }
    Calls.await(futures);
  }

  /** Nobody listens at the first of the host's addresses; the loop then tries the second. */
  static void executeAtSecondAddress(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      request(port).setNameResolver(new TwoAddresses()).execute().get();
    }
  }

  /** A request that comes on another one's connection, and is then sent to another place. */
  static void movedOnPooled(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      keptBeforeMove(port);
      request(port, "/moved").setFollowRedirect(true).execute().get();
    }
  }

  private static void keptBeforeMove(int port) throws Exception {
    request(port, "/kept").execute().get();
  }

  /** One that is repeated because the other one's connection was closed instead of an answer. */
  static void repeatedAfterPooled(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      keptBeforeRetry(port);
      request(port).execute().get();
    }
  }

  private static void keptBeforeRetry(int port) throws Exception {
    request(port, "/kept").execute().get();
  }

  private static BoundRequestBuilder request(int port) {
    return request(port, "/status");
  }

  private static BoundRequestBuilder request(int port, String path) {
    return SHARED.prepareGet("http://127.0.0.1:" + port + path);
  }

  private static final class TwoAddresses extends InetNameResolver {
    TwoAddresses() {
      super(ImmediateEventExecutor.INSTANCE);
    }

    @Override
    protected void doResolve(String name, Promise<InetAddress> promise)
        throws UnknownHostException {
      promise.setSuccess(loopback(1));
    }

    @Override
    protected void doResolveAll(String name, Promise<List<InetAddress>> promise)
        throws UnknownHostException {
      promise.setSuccess(List.of(loopback(2), loopback(1)));
    }

    private static InetAddress loopback(int last) throws UnknownHostException {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }
  }
}
