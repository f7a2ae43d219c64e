package dev.autogen.render.java;

import java.util.stream.Collectors;

/**
 * The parts of a migration's usual source, for a template to arrange, each without the indentation
 * of its place.
 *
 * @param imports the imports, in lines
 * @param upgrade the statements of {@code upgrade}
 * @param downgrade the statements of {@code downgrade}
 * @param methods the methods into which a long migration is split; empty for most
 */
record RenderedParts(String imports, String upgrade, String downgrade, String methods) {

  private static final String METHOD = "\n  @Override\n  public void %s(Operations op) {\n";
  private static final String METHOD_END = "\n  }\n";

  static RenderedParts of(MigrationFile file) {
    String source = JavaRenderer.render(file);
    int header = source.indexOf("\n/**");
    String imports =
        source
            .substring(0, header)
            .lines()
            .filter(line -> line.startsWith("import ") || line.isEmpty())
            .collect(Collectors.joining("\n"))
            .strip();
    int downgrade = source.indexOf(METHOD.formatted("downgrade"));
    int methods = source.indexOf(METHOD_END, downgrade) + METHOD_END.length();
    return new RenderedParts(
        imports,
        body(source, "upgrade"),
        body(source, "downgrade"),
        outdented(source.substring(methods, source.lastIndexOf('}')), 2).strip());
  }

  private static String body(String source, String method) {
    String opening = METHOD.formatted(method);
    int from = source.indexOf(opening) + opening.length();
    return outdented(source.substring(from, source.indexOf(METHOD_END, from)), 4);
  }

  private static String outdented(String code, int columns) {
    return code.lines()
        .map(line -> line.substring(Math.min(columns, line.length())))
        .collect(Collectors.joining("\n"));
  }
}
