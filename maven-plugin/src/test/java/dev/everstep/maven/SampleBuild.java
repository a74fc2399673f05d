package dev.everstep.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;

/** A build of the sample projects by the Maven that runs the tests, and what it printed. */
final class SampleBuild {
  private static final Pattern HEAD = Pattern.compile("\\[INFO\\] -+< app:(\\S+) >-+");
  private static final Pattern SUMMARY =
      Pattern.compile("\\[INFO\\] (\\S+)(?: \\S+)? \\.+ (SUCCESS|FAILURE|SKIPPED).*");

  private final List<String> printed;
  private final Map<String, List<String>> sections = new LinkedHashMap<>();
  private final Map<String, String> results = new LinkedHashMap<>();

  private SampleBuild(List<String> printed) {
    this.printed = printed;
    List<String> section = new ArrayList<>();
    for (String line : printed) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        section = sections.computeIfAbsent(head.group(1), name -> new ArrayList<>());
      }
      Matcher result = SUMMARY.matcher(line);
      if (result.matches()) {
        results.put(result.group(1), result.group(2));
      }
      section.add(line);
    }
  }

  /** Runs Maven; a failed module does not keep it from the others. */
  static SampleBuild run(Path projects, List<String> arguments) throws Exception {
    List<String> printed = new ArrayList<>();
    Properties properties = new Properties();
    properties.setProperty("everstep.version", "0.1.0-SNAPSHOT");
    properties.setProperty("kotlin.version", version(kotlin.random.Random.class));
    properties.setProperty("groovy.version", version(groovy.lang.Closure.class));
    properties.setProperty(
        "commons-lang3.version", version(org.apache.commons.lang3.StringUtils.class));
    properties.setProperty("parked.data", projects.resolve("parked-data").toString());
    properties.setProperty("style.color", "never");
    InvocationRequest request = new DefaultInvocationRequest();
    request.setBaseDirectory(projects.toFile());
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.setReactorFailureBehavior(InvocationRequest.ReactorFailureBehavior.FailAtEnd);
    request.setJavaHome(new File(System.getProperty("java.home")));
    request.setMavenOpts("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m");
    request.setLocalRepositoryDirectory(SampleRepository.make().toFile());
    request.setGlobalSettingsFile(SampleRepository.settings().toFile());
    request.setProperties(properties);
    request.addArgs(arguments);
    request.setOutputHandler(printed::add);
    request.setErrorHandler(printed::add);
    DefaultInvoker invoker = new DefaultInvoker();
    invoker.setMavenHome(new File(System.getProperty("maven.home")));
    InvocationResult result = invoker.execute(request);
    if (result.getExecutionException() != null) {
      throw result.getExecutionException();
    }
    return new SampleBuild(printed);
  }

  private static String version(Class<?> type) throws IOException {
    // .../kotlin-stdlib/1.9.25/kotlin-stdlib-1.9.25.jar
    return SampleRepository.origin(type).getParent().getFileName().toString();
  }

  /** Returns what the build of a module printed. */
  String of(String module) {
    return String.join("\n", sections.getOrDefault(module, List.of()));
  }

  /** Returns {@code SUCCESS}, {@code FAILURE} or {@code SKIPPED}. */
  String result(String module) {
    return results.getOrDefault(module, "none");
  }

  /** Returns all that was printed. */
  String all() {
    return String.join("\n", printed);
  }
}
