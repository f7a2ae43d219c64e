package dev.autogen.model;

import dev.autogen.model.exported.DdlReader;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Converts the former names of an export to names as the database stores them. */
final class FormerNamesReader {

  private FormerNamesReader() {}

  /**
   * The former names.
   *
   * @param rows for each a table, a column or the empty text, and the name as the entity has it
   */
  static List<RenamedMapping> read(List<List<String>> rows, DatabaseTarget database) {
    DdlReader reader = new DdlReader(database.text(), database.defaultSchema());
    List<RenamedMapping> names = new ArrayList<>();
    for (List<String> row : rows) {
      QualifiedName table = reader.qualifiedName(row.get(0));
      String column = row.get(1).isEmpty() ? null : database.text().name(row.get(1));
      // The name may be in the form of the catalog, or in the form of SQL.
      Stream.of(row.get(2), database.text().name(row.get(2)))
          .distinct()
          .forEach(name -> names.add(new RenamedMapping(table, column, name)));
    }
    return names;
  }
}
