package dev.autogen.render.java;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what is above the methods: Javadoc, {@code @Revision} and the class's first line. JavaPoet
 * lays these out in its own way; this class gives them the form of a formatter.
 */
final class ClassHeader {

  private final MigrationFile file;

  private ClassHeader(MigrationFile file) {
    this.file = file;
  }

  /** The source with the header that JavaPoet wrote replaced. */
  static String replaced(String source, MigrationFile file) {
    String plain = "\n@Revision\n" + declaration(file, " ");
    int at = source.indexOf(plain);
    if (at < 0) {
      throw new IllegalStateException("no class header in the source of " + file.className());
    }
    String declaration = declaration(file, " ");
    if (declaration.length() > Layout.MAX_WIDTH + 1) {
      declaration = declaration(file, "\n    ");
    }
    String header =
        "\n"
            + JavadocText.of(file.message(), file.note())
            + new ClassHeader(file).annotation()
            + declaration
            + "\n";
    return source.substring(0, at) + header + source.substring(at + plain.length());
  }

  private static String declaration(MigrationFile file, String separator) {
    return "public final class " + file.className() + separator + "implements Migration {\n";
  }

  /** The annotation with its line end. */
  static String annotation(MigrationFile file) {
    return new ClassHeader(file).annotation();
  }

  private String annotation() {
    List<String> members = new ArrayList<>();
    members.add("id = " + literal(file.id()));
    add(members, "revises", file.revises());
    members.add("created = " + literal(file.created().truncatedTo(ChronoUnit.SECONDS).toString()));
    add(members, "branchLabels", file.branchLabels());
    add(members, "dependsOn", file.dependsOn());
    add(members, "replaces", file.replaces());
    if (file.baseline()) {
      members.add("baseline = true");
    }
    add(members, "dialects", file.portable().dialects());
    boolean arrays = members.stream().anyMatch(member -> member.endsWith("}"));
    String line = "@Revision(" + String.join(", ", members) + ")\n";
    if (!arrays && line.length() <= Layout.MAX_WIDTH + 1) {
      return line;
    }
    boolean oneLine = !arrays && 4 + String.join(", ", members).length() + 1 <= Layout.MAX_WIDTH;
    return "@Revision(\n    " + String.join(oneLine ? ", " : ",\n    ", members) + ")\n";
  }

  private static void add(List<String> members, String name, List<String> values) {
    if (values.size() == 1) {
      members.add(name + " = " + literal(values.get(0)));
    } else if (!values.isEmpty()) {
      List<String> literals = values.stream().map(ClassHeader::literal).toList();
      members.add(name + " = {" + String.join(", ", literals) + "}");
    }
  }

  private static String literal(String value) {
    return '"' + JavaLiteral.escape(value) + '"';
  }
}
