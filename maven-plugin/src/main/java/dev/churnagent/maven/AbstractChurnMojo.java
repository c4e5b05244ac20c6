package dev.churnagent.maven;

import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: where runs are, and the options of the agent. */
abstract class AbstractChurnMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Does nothing if true. */
  @Parameter(property = "churn.skip", defaultValue = "false")
  private boolean skip;

  /** Where the test JVMs write their runs, a folder each. It must be a folder of its own. */
  @Parameter(defaultValue = "${project.build.directory}/churn", required = true)
  private File outputDirectory;

  /**
   * The configuration file, with limits and any option. By default {@code churn.yaml} in the
   * module's folder, else in its parent's, and so on up to the root's.
   */
  @Parameter(property = "churn.config")
  private File config;

  /** Class-name patterns of application code, e.g. {@code com.acme.**}; by default, all folders. */
  @Parameter private List<String> app;

  /** Methods that fetch data, e.g. {@code com.acme.Device#getNecessaryData}. */
  @Parameter private List<String> watch;

  /** Methods whose one invocation is one unit of work; by default, test methods. */
  @Parameter private List<String> scopes;

  /** One limit for every call site: {@code 5/s}, {@code 300/min}, {@code 5/s over 10s}. */
  @Parameter(property = "churn.maxRate")
  private String maxRate;

  /** Formats of the merged report; by default those of the configuration file, else the agent's. */
  @Parameter(property = "churn.formats")
  private List<String> formats;

  /** What was accepted: only what is new or worse violates a limit. */
  @Parameter(property = "churn.baseline")
  private File baseline;

  /** Any other option of the agent, by its key, e.g. {@code <chain-window>30s</chain-window>}. */
  @Parameter private Map<String, String> options;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("churn: skipped (churn.skip)");
      skipped();
    } else {
      run();
    }
  }

  /** Does what the goal is for. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** What is to do instead, when skipped. */
  void skipped() {}

  final MavenProject project() {
    return project;
  }

  final MavenSession session() {
    return session;
  }

  /** Where relative paths of commands begin. */
  final Path baseDirectory() {
    return project.getBasedir().toPath().toAbsolutePath().normalize();
  }

  final Path outputDirectory() throws MojoExecutionException {
    Path folder = outputDirectory.toPath().toAbsolutePath().normalize();
    if (baseDirectory().startsWith(folder)) {
      throw new MojoExecutionException(
          "outputDirectory: '" + folder + "' holds the project; allowed is a folder for runs only");
    }
    return folder;
  }

  /** What the POM says of judging and reporting recorded runs. */
  final ChurnOptions judgingOptions() {
    Path accepted = baseline == null ? null : baseline.toPath().toAbsolutePath().normalize();
    File root = session.getRequest().getMultiModuleProjectDirectory();
    ChurnOptions judging = options().put("formats", formats).put("baseline", accepted);
    // Build servers know files by their place in the repository, not in a module.
    return root == null
        ? judging
        : judging.putIfAbsent("source-root", ChurnOptions.slashes(root.toPath().toAbsolutePath()));
  }

  /** What the POM says of the agent, besides where runs go and the report's formats. */
  final ChurnOptions options() {
    ChurnOptions given = new ChurnOptions();
    if (options != null) {
      options.forEach(given::put);
    }
    return given
        .put("config", configFile())
        .put("app", app)
        .put("watch", watch)
        .put("scope", scopes)
        .put("max-rate", maxRate);
  }

  /** Reads options as the agent will; a mistake ends the build before any test runs. */
  final Settings load(ChurnOptions options) throws MojoExecutionException {
    try {
      return options.load(System.getenv(), baseDirectory());
    } catch (ConfigurationException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private Path configFile() {
    if (config != null) {
      return config.toPath().toAbsolutePath().normalize();
    }
    for (MavenProject p = project; p != null && p.getBasedir() != null; p = p.getParent()) {
      Path file = p.getBasedir().toPath().toAbsolutePath().resolve(Settings.DEFAULT_FILE);
      if (Files.exists(file)) {
        return file;
      }
    }
    File root = session.getRequest().getMultiModuleProjectDirectory();
    Path file = root == null ? null : root.toPath().resolve(Settings.DEFAULT_FILE);
    return file != null && Files.exists(file) ? file.toAbsolutePath() : null;
  }
}
