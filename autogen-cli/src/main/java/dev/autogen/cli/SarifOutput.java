package dev.autogen.cli;

import dev.autogen.lint.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0. */
final class SarifOutput {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private SarifOutput() {}

  static String of(List<Finding> findings) {
    List<Map<String, Object>> rules = new ArrayList<>();
    List<String> codes =
        List.copyOf(new TreeSet<>(findings.stream().map(each -> each.code().toString()).toList()));
    for (String code : codes) {
      rules.add(
          Json.object(
              "id", code, "shortDescription", text(code + ", see docs/lint/" + code + ".md")));
    }
    Map<String, Object> driver =
        Json.object("name", "autogen", "version", Version.number(), "rules", rules);
    return Json.text(
        Json.object(
            "$schema",
            SCHEMA,
            "version",
            "2.1.0",
            "runs",
            List.of(
                Json.object(
                    "tool", Json.object("driver", driver),
                    "results", findings.stream().map(each -> result(each, codes)).toList()))));
  }

  private static Map<String, Object> text(String text) {
    return Json.object("text", text);
  }

  private static Map<String, Object> result(Finding finding, List<String> codes) {
    String code = finding.code().toString();
    String safe = finding.rewrite().isEmpty() ? "" : "\nInstead:\n" + finding.rewrite();
    Map<String, Object> place =
        Json.object(
            "artifactLocation", Json.object("uri", uri(finding.file())),
            "region", Json.object("startLine", Math.max(1, finding.line())));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("revision", finding.revision());
    properties.put("object", finding.object());
    properties.put("lock", finding.measured().lock());
    properties.put("rewrites", finding.measured().rewrites());
    properties.put("scans", finding.measured().scans());
    properties.put("blocks", finding.measured().blocks());
    return Json.object(
        "ruleId", code,
        "ruleIndex", codes.indexOf(code),
        "level", finding.levelWord(),
        "message", text(finding.message() + safe),
        "locations", List.of(Json.object("physicalLocation", place)),
        "properties", properties);
  }

  private static String uri(String file) {
    try {
      return new java.net.URI(null, null, file, null).getRawPath();
    } catch (java.net.URISyntaxException e) {
      return file;
    }
  }
}
