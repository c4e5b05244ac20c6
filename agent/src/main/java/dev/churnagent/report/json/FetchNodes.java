package dev.churnagent.report.json;

import dev.churnagent.report.Report.Beneath;
import dev.churnagent.report.Report.Chain;
import dev.churnagent.report.Report.Poll;
import dev.churnagent.report.Report.Request;
import java.util.List;

/** Turns {@code requests}, {@code chains} and {@code polls} back, the inverse of JsonFetches. */
final class FetchNodes {
  private FetchNodes() {}

  static List<Request> requests(Node root) {
    return root.has("requests") ? root.list("requests", FetchNodes::request) : null;
  }

  static List<Chain> chains(Node root) {
    return root.has("chains") ? root.list("chains", FetchNodes::chain) : null;
  }

  static List<Poll> polls(Node root) {
    return root.has("polls") ? root.list("polls", FetchNodes::poll) : null;
  }

  private static Request request(Node request) {
    return new Request(
        request.text("id"),
        request.text("kind"),
        request.text("target"),
        request.textOrNull("arguments"),
        request.count("calls"),
        request.count("distinctResults"),
        request.count("failures"),
        request.count("connections"),
        request.text("basis"),
        request.count("avoidableCalls"),
        request.list("beneath", node -> new Beneath(node.text("target"), node.count("calls"))));
  }

  private static Chain chain(Node chain) {
    return new Chain(
        chain.text("id"),
        chain.text("shape"),
        chain.text("root"),
        chain.strings("steps"),
        chain.text("request"),
        chain.count("occurrences"),
        chain.count("calls"),
        chain.count("distinctResults"),
        chain.count("avoidableCalls"),
        chain.count("avoidableConnections"),
        chain.text("advice"),
        chain.text("target"),
        chain.textOrNull("arguments"),
        chain.count("distinctArguments"),
        chain.numbersOrNulls("lines"),
        chain.textOrNull("ignored"),
        chain.has("avoidableTimeWait") ? chain.count("avoidableTimeWait") : null,
        chain.has("stepCalls") ? chain.counts("stepCalls") : null);
  }

  private static Poll poll(Node poll) {
    return new Poll(
        poll.text("request"),
        poll.text("site"),
        poll.count("calls"),
        poll.count("distinctResults"),
        poll.number("meanIntervalMillis"));
  }
}
