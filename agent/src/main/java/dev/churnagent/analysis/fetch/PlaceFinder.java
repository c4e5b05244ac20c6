package dev.churnagent.analysis.fetch;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.WatchedMethod;
import java.util.List;

/** Tells which frames of a stack are the program's own. */
public interface PlaceFinder {
  /** The application's frames as places, outermost first; empty if there are none. */
  List<Place> placesOf(CallStack stack);

  /** The innermost frame that can be named at all, for a stack without application frames. */
  Place siteOf(CallStack stack);

  /** A woven method as a place without a line. */
  Place placeOf(WatchedMethod method);
}
