package dev.churnagent.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours by what they mean; where colours are off, the texts as they are. */
record Paint(Ansi ansi) {
  private static final List<IStyle> BAD = List.of(Style.fg_red);
  private static final List<IStyle> GOOD = List.of(Style.fg_green);
  private static final List<IStyle> DOUBTFUL = List.of(Style.fg_yellow);
  private static final List<IStyle> HEADING = List.of(Style.bold);

  /** Violated, worse, failed. */
  String bad(String text) {
    return with(BAD, text);
  }

  /** Held, better. */
  String good(String text) {
    return with(GOOD, text);
  }

  /** Not measured, or not to be judged. */
  String doubtful(String text) {
    return with(DOUBTFUL, text);
  }

  String heading(String text) {
    return with(HEADING, text);
  }

  /** A sentence that begins with the verdict's word. */
  String verdict(String sentence) {
    int end = 0;
    while (end < sentence.length() && Character.isUpperCase(sentence.charAt(end))) {
      end++;
    }
    String word = sentence.substring(0, end);
    String painted =
        switch (word) {
          case "FAIL", "WORSE" -> bad(word);
          case "PASS", "BETTER" -> good(word);
          case "UNKNOWN", "MIXED" -> doubtful(word);
          default -> word;
        };
    return painted + sentence.substring(end);
  }

  private String with(List<IStyle> styles, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    return CommandLine.Help.defaultColorScheme(ansi).apply(text, styles).toString();
  }
}
