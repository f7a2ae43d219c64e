package dev.autogen.squash;

import dev.autogen.operation.Operation;
import dev.autogen.render.java.JavaRenderer;
import dev.autogen.render.java.JavadocText;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.schema.AutogenException;
import dev.autogen.squash.SquashParts.Kept;
import dev.autogen.squash.SquashParts.Merged;
import dev.autogen.squash.SquashParts.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the source of a squash. It contains operations only, or a class for each part if some
 * revisions are kept.
 */
final class SquashSource {

  private final MigrationFile file;
  private final List<Part> parts;
  private final Function<Kept, MigrationText> texts;
  private final TreeSet<String> imports = new TreeSet<>();
  private final Map<String, String> importedBy = new TreeMap<>();
  private final List<String> classes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private boolean reversible = true;

  private SquashSource(MigrationFile file, List<Part> parts, Function<Kept, MigrationText> texts) {
    this.file = file;
    this.parts = parts;
    this.texts = texts;
  }

  /**
   * The source.
   *
   * @param file the squash, without operations
   * @throws AutogenException if two kept revisions use one name for different classes
   */
  static String of(MigrationFile file, List<Part> parts, Function<Kept, MigrationText> texts) {
    if (parts.size() == 1 && parts.get(0) instanceof Merged merged) {
      return JavaRenderer.render(with(file, merged.up(), merged.down()));
    }
    return new SquashSource(file, parts, texts).source();
  }

  private static MigrationFile with(
      MigrationFile file, List<Operation> upgrade, List<Operation> downgrade) {
    return new MigrationFile(
            file.packageName(),
            file.className(),
            file.message(),
            file.id(),
            file.revises(),
            file.created(),
            file.branchLabels(),
            file.dependsOn(),
            file.replaces(),
            upgrade,
            downgrade,
            file.irreversible(),
            file.note())
        .asBaseline(file.baseline())
        .forDialects(file.portable().dialects());
  }

  private String source() {
    Map<String, Integer> numbers = new HashMap<>();
    for (Part part : parts) {
      if (part instanceof Kept kept) {
        MigrationText text = texts.apply(kept);
        reversible &= text.hasDowngrade();
        add(text, text.name(), kept.revision().id() + ", " + message(kept) + ": as it was written");
      } else if (part instanceof Merged merged) {
        MigrationText text =
            MigrationText.parse(
                JavaRenderer.render(with(file, merged.up(), merged.down())), file.className());
        String ids =
            merged.revisions().stream().map(each -> each.id()).collect(Collectors.joining(", "));
        add(text, "Tables" + numbers.merge("Tables", 1, Integer::sum), ids + ": what they make");
      }
    }
    MigrationText outer =
        MigrationText.parse(JavaRenderer.render(with(file, List.of(), List.of())), "squash");
    outer.imports().forEach(each -> imported(each, file.className()));
    return "package "
        + file.packageName()
        + ";\n\n"
        + imports()
        + outer.header()
        + " {\n\n"
        + body()
        + "}\n";
  }

  private static String message(Kept kept) {
    return kept.revision().message();
  }

  private void add(MigrationText text, String name, String comment) {
    text.imports().forEach(each -> imported(each, name));
    names.add(name);
    classes.add(
        "/** "
            + JavadocText.inline(comment)
            + ". */\nprivate static final class "
            + name
            + " "
            + text.supertypes()
            + " {\n"
            + text.members().stripTrailing().replaceFirst("^\\R", "")
            + "\n}\n");
  }

  private void imported(String name, String by) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String other = simple.equals("*") ? null : importedBy.putIfAbsent(simple, name);
    if (other != null && !other.equals(name) && !name.startsWith("static ")) {
      throw AutogenException.usage(
          by
              + " imports "
              + name
              + ", where another of the revisions imports "
              + other
              + "; write one of them out in the code, and run the command again");
    }
    imports.add(name);
  }

  private String imports() {
    StringBuilder text = new StringBuilder();
    for (boolean isStatic : new boolean[] {true, false}) {
      List<String> group =
          imports.stream().filter(name -> name.startsWith("static ") == isStatic).toList();
      group.forEach(name -> text.append("import ").append(name).append(";\n"));
      text.append(group.isEmpty() ? "" : "\n");
    }
    return text.toString();
  }

  private String body() {
    StringBuilder text = new StringBuilder();
    text.append(method("upgrade", names));
    if (reversible) {
      List<String> backwards = new ArrayList<>(names);
      Collections.reverse(backwards);
      text.append('\n').append(method("downgrade", backwards));
    }
    for (String type : classes) {
      text.append('\n');
      type.lines().forEach(line -> text.append(line.isBlank() ? "" : "  " + line).append('\n'));
    }
    return text.toString();
  }

  private static String method(String name, List<String> parts) {
    StringBuilder text = new StringBuilder("  @Override\n  public void " + name);
    text.append("(Operations op) {\n");
    parts.forEach(
        part -> text.append("    new ").append(part).append("().").append(name).append("(op);\n"));
    return text.append("  }\n").toString();
  }
}
