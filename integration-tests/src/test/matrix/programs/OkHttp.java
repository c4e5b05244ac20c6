package programs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp, on the caller's thread and by its dispatcher, where calls wait for one another. */
public final class OkHttp {
  private static final OkHttpClient SHARED = new OkHttpClient();

  private OkHttp() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(OkHttp.class, arguments);
  }

  static void execute(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (Response response = SHARED.newCall(request(port)).execute()) {
        response.body().string();
      }
    }
  }

  static void executeByNewClient(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      OkHttpClient client = new OkHttpClient();
      try (Response response = client.newCall(request(port)).execute()) {
        response.body().string();
      }
    }
  }

  static void enqueue(int port, int times) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Answer answer = new Answer();
      SHARED.newCall(request(port)).enqueue(answer);
      answers.add(answer);
    }
    Calls.await(answers);
  }

  /** Only two run at a time; the others are started by whichever call ends. */
  static void enqueueFromTwo(int port, int times) throws Exception {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(2);
    OkHttpClient client = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(enqueuedByOne(client, port));
      answers.add(enqueuedByAnother(client, port));
    }
    Calls.await(answers);
  }

  private static Answer enqueuedByOne(OkHttpClient client, int port) {
    Answer answer = new Answer();
    client.newCall(request(port)).enqueue(answer);
    return answer;
  }

  private static Answer enqueuedByAnother(OkHttpClient client, int port) {
    Answer answer = new Answer();
    client.newCall(request(port)).enqueue(answer);
    return answer;
  }

  private static Request request(int port) {
    return new Request.Builder().url("http://127.0.0.1:" + port + "/status").build();
  }

  private static final class Answer extends CompletableFuture<String> implements Callback {
    @Override
    public void onFailure(Call call, IOException failure) {
      completeExceptionally(failure);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      complete(response.body().string());
    }
  }
}
