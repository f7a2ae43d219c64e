package dev.autogen.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change of entities.
 *
 * <p>A case in {@code model/changes/*.java.txt} starts with {@code == name}; words in brackets at
 * the end of that line say where it cannot be expressed: {@code [7]} needs Hibernate 7, {@code
 * [pg18]} PostgreSQL 18, {@code [pg]} PostgreSQL, {@code [no-my]} any but MySQL and MariaDB, {@code
 * [no-mysql]} any but MySQL, {@code [no-sqlite]} any but SQLite, {@code [my-7]} Hibernate 7 on
 * MySQL and MariaDB, and {@code [h2-7]} Hibernate 7 where the database is H2. A part for one
 * database alone has its word behind the name: {@code rows h2}; {@code my} is the word for MySQL
 * and MariaDB together. Its parts start with {@code -- before}, {@code rows} (SQL that is run
 * before the upgrade), {@code after}, {@code settings} (of Hibernate, {@code key=value}), {@code
 * renames}, {@code fill} (what the author of the migration writes into a backfill, {@code
 * table.column: SQL}), {@code kept} (indexes that only the database has), {@code alike} (columns
 * whose default the database keeps in another spelling), {@code objects before} and {@code objects
 * after} (statements of auxiliary database objects), {@code unlike} (what the upgrade leaves
 * otherwise than Hibernate creates it, because both do alike), {@code shows} (a query and its
 * result after the upgrade, {@code query => rows}) and {@code restores} (the same after the
 * downgrade).
 *
 * @param section the file that it stands in
 * @param number its place among all cases, from 1
 * @param needs the words in brackets
 * @param parts the parts by name
 */
record ModelChange(
    String section, int number, String name, Set<String> needs, Map<String, String> parts) {

  private static final List<String> SECTIONS =
      List.of(
          "tables",
          "columns",
          "server defaults",
          "enums",
          "structs",
          "constraints",
          "indexes",
          "sequences",
          "renames",
          "names");

  /** All cases, in the order of the sections. */
  static List<ModelChange> all() {
    List<ModelChange> cases = new ArrayList<>();
    for (String section : SECTIONS) {
      for (String text : text(section).split("(?m)^== ")) {
        if (!text.isBlank()) {
          cases.add(parse(section, cases.size() + 1, text));
        }
      }
    }
    return Collections.unmodifiableList(cases);
  }

  private static String text(String section) {
    String resource = "/model/changes/" + section.replace(' ', '-') + ".java.txt";
    try (InputStream in = ModelChange.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ModelChange parse(String section, int number, String text) {
    String[] texts = text.split("(?m)^-- ");
    String title = texts[0].strip();
    int bracket = title.endsWith("]") ? title.lastIndexOf('[') : title.length();
    Set<String> needs =
        bracket == title.length()
            ? Set.of()
            : Set.of(title.substring(bracket + 1, title.length() - 1).split(", "));
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 1; i < texts.length; i++) {
      int end = texts[i].indexOf('\n');
      parts.put(texts[i].substring(0, end).strip(), texts[i].substring(end + 1));
    }
    return new ModelChange(section, number, title.substring(0, bracket).strip(), needs, parts);
  }

  String part(String part) {
    return parts.getOrDefault(part, "");
  }

  List<String> lines(String part) {
    return part(part).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The lines of a part, each split in two. */
  Map<String, String> pairs(String part, String separator) {
    return lines(part).stream()
        .map(line -> line.split(separator, 2))
        .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
  }

  /** The package of the classes before or after the change. */
  String packageName(String side) {
    return "c%03d.%s".formatted(number, side);
  }

  boolean isExpressibleOn(Stack stack) {
    return !(needs.contains("7") && stack.hibernate() == HibernateVersion.V6)
        && !(needs.contains("pg18") && stack.database() != Engine.POSTGRESQL_18)
        && !(needs.contains("no-my") && stack.database().isMySql())
        && !(needs.contains("no-mysql") && stack.database() == Engine.MYSQL)
        && !(needs.contains("my-7")
            && stack.database().isMySql()
            && stack.hibernate() == HibernateVersion.V6)
        && !(needs.contains("h2-7")
            && stack.database() == Engine.H2
            && stack.hibernate() == HibernateVersion.V6)
        && !(needs.contains("pg") && !stack.database().word().equals("pg"))
        && !(needs.contains("no-sqlite") && stack.database() == Engine.SQLITE);
  }

  /** The same case with the parts that are meant for that database: {@code rows h2}. */
  ModelChange on(Engine database) {
    Map<String, String> own = new LinkedHashMap<>(parts);
    parts.forEach(
        (name, text) -> {
          if (name.endsWith(" my") && database.isMySql()) {
            own.put(name.substring(0, name.lastIndexOf(' ')), text);
          }
        });
    parts.forEach(
        (name, text) -> {
          if (name.endsWith(" " + database.word())) {
            own.put(name.substring(0, name.lastIndexOf(' ')), text);
          }
        });
    return new ModelChange(section, number, name, needs, own);
  }

  @Override
  public String toString() {
    return section + ": " + name;
  }
}
