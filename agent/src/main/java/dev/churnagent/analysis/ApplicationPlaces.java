package dev.churnagent.analysis;

import dev.churnagent.analysis.fetch.Place;
import dev.churnagent.analysis.fetch.PlaceFinder;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import dev.churnagent.model.WatchedMethod;
import java.util.ArrayList;
import java.util.List;

/** Takes the application's own frames out of stacks, named as a person wrote them. */
final class ApplicationPlaces implements PlaceFinder {
  private final CodeClassifier classifier;
  private final SiteFinder sites;

  ApplicationPlaces(CodeClassifier classifier, SiteFinder sites) {
    this.classifier = classifier;
    this.sites = sites;
  }

  @Override
  public List<Place> placesOf(CallStack stack) {
    List<Place> places = new ArrayList<>();
    for (int i = stack.frames().size() - 1; i >= 0; i--) {
      Frame frame = stack.frames().get(i);
      if (classifier.kindOf(frame.origin()) == CodeKind.APPLICATION
          && !WrittenName.isBridge(frame.origin().className(), frame.method())) {
        places.add(place(frame));
      }
    }
    return places;
  }

  private static Place place(Frame frame) {
    String className = frame.origin().className();
    WrittenName name = WrittenName.of(className, frame.method());
    boolean synthetic =
        !name.method().equals(frame.method()) || !name.className().equals(className);
    int line = Math.max(frame.line(), -1);
    return new Place(name.className(), name.method(), frame.origin().sourceFile(), line, synthetic);
  }

  @Override
  public Place siteOf(CallStack stack) {
    CallSite site = sites.siteOf(stack);
    return new Place(site.className(), site.method(), site.file(), site.line(), false);
  }

  @Override
  public Place placeOf(WatchedMethod method) {
    WrittenName name = WrittenName.of(method.className(), method.method());
    return new Place(name.className(), name.method(), null, -1, false);
  }
}
