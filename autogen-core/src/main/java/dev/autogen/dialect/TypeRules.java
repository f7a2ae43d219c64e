package dev.autogen.dialect;

import dev.autogen.schema.Schema;

/** The one spelling of everything that a database can spell in several ways. */
public interface TypeRules {

  /**
   * The same schema in canonical form: one name per type, one spelling per default and expression
   * where the text decides, lists in a fixed order where their order means nothing.
   */
  Schema canonical(Schema schema);
}
