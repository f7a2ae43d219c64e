package dev.autogen.model.hibernate;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Version;
import org.hibernate.boot.spi.MetadataImplementor;

/**
 * Builds Hibernate's boot metadata for a list of classes and exports the DDL that Hibernate would
 * run for them.
 *
 * <p>The argument holds {@code classes}, {@code packages} and {@code mappings} (lists of names and
 * URLs) and {@code settings} (a map of strings). The result holds {@code statements} (a list of SQL
 * strings), {@code auxiliary} (those of auxiliary database objects), {@code comments} (lists of
 * table, column or null, and text), {@code rows} (lists of table and statement), {@code
 * numberedTables} (lists of such a table, the numbered table, its column and the increment), {@code
 * entities} (how many), {@code version}, {@code notes} and {@code generatorColumns} (lists of
 * sequence, table and column), {@code formerNames} (lists of table, column or the empty text, and
 * the name before). table, column or null, and text), {@code attributes} (by table and column),
 * {@code entities} (how many), {@code version} and {@code notes}.
 */
public final class HibernateExport implements Function<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> apply(Map<String, Object> request) {
    List<String> notes = new ArrayList<>();
    try (BootMetadata boot = BootMetadata.build(request, notes)) {
      MetadataImplementor metadata = boot.metadata();
      Validation.apply(boot, notes);
      GeneratedProperties.apply(boot);
      // Hibernate orders columns when it is about to create tables, which is what is asked for
      // here.
      metadata.orderColumns(true);
      DdlExport export = new DdlExport(boot);
      export.run();
      List<List<String>> formerNames = new FormerNames(export, notes).of(metadata);
      List<List<String>> numberedTables = new ArrayList<>();
      List<List<String>> generatorColumns =
          GeneratorColumns.of(metadata, export, notes, numberedTables);
      return Map.ofEntries(
          entry("statements", export.statements()),
          entry("auxiliary", export.auxiliary()),
          entry("comments", export.comments()),
          entry("rows", export.rows()),
          entry("formerNames", formerNames),
          entry("numberedTables", numberedTables),
          entry("generatorColumns", generatorColumns),
          entry("attributes", ColumnAttributes.of(metadata)),
          entry("entities", metadata.getEntityBindings().size()),
          entry("version", Version.getVersionString()),
          entry("notes", notes));
    }
  }
}
