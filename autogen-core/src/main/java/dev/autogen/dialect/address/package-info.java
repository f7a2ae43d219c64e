/** The addresses of databases in the spellings that people have, and what messages show of them. */
@NullMarked
package dev.autogen.dialect.address;

import org.jspecify.annotations.NullMarked;
