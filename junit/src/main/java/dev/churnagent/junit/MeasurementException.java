package dev.churnagent.junit;

/** Nothing, or not everything, could be measured. Its message is one line that says why. */
public final class MeasurementException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient ChurnFigures figures;

  MeasurementException(String line, ChurnFigures figures) {
    super(line);
    this.figures = figures;
  }

  /** What was counted nevertheless: at least so much happened; null if nothing was measured. */
  public ChurnFigures figures() {
    return figures;
  }
}
