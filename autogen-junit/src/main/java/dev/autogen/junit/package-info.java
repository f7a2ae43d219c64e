/** Tests of a project's migrations that it inherits, for JUnit Jupiter 5.12 and later. */
@NullMarked
package dev.autogen.junit;

import org.jspecify.annotations.NullMarked;
