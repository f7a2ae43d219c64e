package dev.autogen.migration;

/** One step of a database's history, written by autogen or by hand. */
public interface Migration {

  /** Changes the database from the revised state to this one. */
  void upgrade(Operations op);

  /**
   * Undoes {@link #upgrade}.
   *
   * @throws IrreversibleMigration unless overridden
   */
  default void downgrade(Operations op) {
    throw new IrreversibleMigration(getClass().getSimpleName() + " has no downgrade");
  }
}
