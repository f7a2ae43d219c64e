/** MySQL from 8.0.16 on, and MariaDB from 10.6 on. */
@NullMarked
package dev.autogen.dialect.mysql;

import org.jspecify.annotations.NullMarked;
