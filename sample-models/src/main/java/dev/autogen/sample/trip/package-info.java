/** Trips and what belongs to them. */
package dev.autogen.sample.trip;
