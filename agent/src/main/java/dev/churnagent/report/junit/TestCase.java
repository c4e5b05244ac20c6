package dev.churnagent.report.junit;

/**
 * One test case of the file.
 *
 * @param element what it holds if it did not pass: one of the constants; null if it passed
 * @param message one line; null if it passed
 * @param type kind of a failure or an error; null for others
 * @param story more lines for a failure or an error; null for others
 */
record TestCase(
    String className, String name, String element, String message, String type, String story) {
  static final String FAILURE = "failure";
  static final String ERROR = "error";
  static final String SKIPPED = "skipped";

  /** Passed or skipped. */
  TestCase(String className, String name, String element, String message) {
    this(className, name, element, message, null, null);
  }

  void write(XmlText xml) {
    xml.open(1, "testcase")
        .attribute("name", name)
        .attribute("classname", className)
        .attribute("time", "0");
    if (element == null) {
      xml.empty();
      return;
    }
    xml.elements();
    xml.open(2, element).attribute("message", message).attribute("type", type);
    if (story == null) {
      xml.empty();
    } else {
      xml.content(element, story);
    }
    xml.close(1, "testcase");
  }
}
