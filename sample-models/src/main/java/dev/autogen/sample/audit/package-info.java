/** Who changed what. */
package dev.autogen.sample.audit;
