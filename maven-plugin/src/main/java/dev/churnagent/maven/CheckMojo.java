package dev.churnagent.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Holds all runs of the module's test JVMs together to the limits, and stops the build where one is
 * violated. Tests that ran without being recorded stop it too; a module without tests doesn't.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractCheckMojo {
  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    check(RecordedModules.of(project(), outputDirectory(), session()));
  }
}
