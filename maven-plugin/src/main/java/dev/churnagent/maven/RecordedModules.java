package dev.churnagent.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The runs of one or more modules, and what is missing of them.
 *
 * @param folders folders that hold runs
 * @param unmeasured modules whose tests ran without being recorded: null if there is none, else one
 *     line of what is missing and what to look at
 * @param excuses why modules without runs had nothing to record
 */
record RecordedModules(List<Path> folders, String unmeasured, String excuses) {

  /** One module. */
  static RecordedModules of(MavenProject module, Path output, MavenSession session)
      throws MojoExecutionException {
    return of(Map.of(module, output), session);
  }

  /** Several modules, each with its folder of runs. */
  static RecordedModules of(Map<MavenProject, Path> modules, MavenSession session)
      throws MojoExecutionException {
    List<Path> folders = new ArrayList<>();
    List<String> unmeasured = new ArrayList<>();
    List<String> excuses = new ArrayList<>();
    for (Map.Entry<MavenProject, Path> module : modules.entrySet()) {
      Path folder = module.getValue();
      try {
        MissingRuns missing =
            new MissingRuns(
                module.getKey(), session.getUserProperties(), session.getStartTime().toInstant());
        String name = module.getKey().getArtifactId();
        if (new RunsFolder(folder).hasRuns()) {
          folders.add(folder);
        } else if (missing.excuse() != null) {
          excuses.add(name + ": " + missing.excuse());
        } else {
          unmeasured.add(
              name + ": no JVM recorded its connections in '" + folder + "': " + missing.hint());
        }
      } catch (IOException e) {
        throw new MojoExecutionException("'" + folder + "' can't be read: " + e, e);
      }
    }
    return new RecordedModules(
        folders,
        unmeasured.isEmpty() ? null : String.join("; ", unmeasured),
        String.join("; ", excuses));
  }
}
