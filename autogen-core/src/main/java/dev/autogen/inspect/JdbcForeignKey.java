package dev.autogen.inspect;

import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A foreign key while its columns come in. */
final class JdbcForeignKey {

  final Map<Integer, String> columns = new TreeMap<>();
  final Map<Integer, String> referencedColumns = new TreeMap<>();
  private final @Nullable String name;
  private final QualifiedName referenced;
  private final Action onDelete;
  private final Action onUpdate;
  private final Deferral deferral;

  JdbcForeignKey(
      @Nullable String name, QualifiedName referenced, int onDelete, int onUpdate, int deferral) {
    this.name = name;
    this.referenced = referenced;
    this.onDelete = action(onDelete);
    this.onUpdate = action(onUpdate);
    this.deferral =
        switch (deferral) {
          case DatabaseMetaData.importedKeyInitiallyDeferred -> Deferral.INITIALLY_DEFERRED;
          case DatabaseMetaData.importedKeyInitiallyImmediate -> Deferral.INITIALLY_IMMEDIATE;
          default -> Deferral.NOT_DEFERRABLE;
        };
  }

  ForeignKey foreignKey() {
    return ForeignKey.of(
            name,
            List.copyOf(columns.values()),
            referenced,
            List.copyOf(referencedColumns.values()))
        .withOnDelete(onDelete, List.of())
        .withOnUpdate(onUpdate)
        .withDeferral(deferral);
  }

  private static Action action(int rule) {
    return switch (rule) {
      case DatabaseMetaData.importedKeyCascade -> Action.CASCADE;
      case DatabaseMetaData.importedKeySetNull -> Action.SET_NULL;
      case DatabaseMetaData.importedKeySetDefault -> Action.SET_DEFAULT;
      case DatabaseMetaData.importedKeyRestrict -> Action.RESTRICT;
      default -> Action.NO_ACTION;
    };
  }
}
