package dev.churnagent.report.text;

import dev.churnagent.analysis.Library;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.Report.StackCount;
import java.util.List;

/** A call site with one connection, of which only what a line of the summary tells is given. */
final class ASite {
  private ASite() {}

  static Site with(
      String className,
      String method,
      String file,
      int line,
      List<StackCount> stacks,
      Library library,
      Library transport) {
    return new Site(
        "1",
        className,
        method,
        file,
        line,
        "application",
        "stack",
        1,
        0,
        List.of(),
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        stacks,
        null,
        null,
        List.of(),
        List.of(),
        library,
        transport,
        List.of(),
        0);
  }
}
