/** What the entities of every part share. */
package dev.autogen.sample.common;
