/** Entities that use what mappings can say, for tests. */
package dev.autogen.model.entities;
