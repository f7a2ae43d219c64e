/** What the rows of proofs have in common on all databases: sample values, and reading tables. */
@NullMarked
package dev.autogen.dialect.rows;

import org.jspecify.annotations.NullMarked;
