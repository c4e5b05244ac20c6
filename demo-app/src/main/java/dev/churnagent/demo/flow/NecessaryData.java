package dev.churnagent.demo.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every step needs to know about the device.
 *
 * @param bundleId the app in front
 * @param width of the screen, in points
 * @param height of the screen, in points
 */
public record NecessaryData(String bundleId, int width, int height) {
  private static final Pattern JSON =
      Pattern.compile("\"bundleId\":\"([^\"]+)\",\"width\":(\\d+),\"height\":(\\d+)");

  static NecessaryData parse(String json) {
    Matcher matcher = JSON.matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no necessary data in " + json);
    }
    return new NecessaryData(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }
}
