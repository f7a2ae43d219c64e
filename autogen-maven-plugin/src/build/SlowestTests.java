import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** Prints the slowest test classes of a build, from the reports of all its modules. */
public final class SlowestTests {

  private static final int SHOWN = 10;

  private record Suite(String name, double seconds) {}

  private SlowestTests() {}

  /**
   * Reads the reports.
   *
   * @param arguments the root directory of the project
   */
  public static void main(String[] arguments) throws Exception {
    List<Suite> suites = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(arguments[0]))) {
      for (Path module : modules.toList()) {
        read(module.resolve("target/surefire-reports"), suites);
        read(module.resolve("target/failsafe-reports"), suites);
      }
    }
    if (suites.isEmpty()) {
      return;
    }
    double all = suites.stream().mapToDouble(Suite::seconds).sum();
    System.out.printf("The slowest of %d test classes, which took %.0f s:%n", suites.size(), all);
    suites.stream()
        .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
        .limit(SHOWN)
        .forEach(suite -> System.out.printf("%7.1f s  %s%n", suite.seconds(), suite.name()));
  }

  private static void read(Path reports, List<Suite> suites) throws Exception {
    if (!Files.isDirectory(reports)) {
      return;
    }
    try (Stream<Path> files = Files.list(reports)) {
      for (Path file : files.filter(SlowestTests::isReport).toList()) {
        suites.add(suite(file));
      }
    }
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private static Suite suite(Path file) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getDocumentElement();
    return new Suite(root.getAttribute("name"), Double.parseDouble(root.getAttribute("time")));
  }
}
