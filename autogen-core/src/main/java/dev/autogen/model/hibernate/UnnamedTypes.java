package dev.autogen.model.hibernate;

import java.util.List;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.ObjectJdbcType;
import org.hibernate.type.descriptor.sql.internal.DdlTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Gives a name to types of JDBC that have none in the database, {@code Types.OTHER} above all.
 *
 * <p>User types bind JSON, ranges and the like by these types, and work without a column
 * definition; but then Hibernate cannot write the table ("no type mapping for
 * org.hibernate.type.SqlTypes code: 1111"). The existing database knows which type the column has.
 */
final class UnnamedTypes {

  private static final List<Integer> CODES =
      List.of(SqlTypes.OTHER, SqlTypes.JAVA_OBJECT, SqlTypes.DISTINCT);

  private UnnamedTypes() {}

  /** Lets columns of such types be exported as {@code unknown}. */
  static void register(Database database) {
    TypeConfiguration types = database.getTypeConfiguration();
    for (int code : CODES) {
      // Column asks for the type of JDBC first.
      types.getJdbcTypeRegistry().addDescriptorIfAbsent(new ObjectJdbcType(code));
      types
          .getDdlTypeRegistry()
          .addDescriptorIfAbsent(new DdlTypeImpl(code, "unknown", database.getDialect()));
    }
  }
}
