package dev.autogen.model.hibernate;

import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Finds DTDs and entities through a resolver, and refuses those that the resolver does not know,
 * because a parser would read or fetch them.
 */
record LocalEntities(@Nullable XMLResolver resolver) implements XMLResolver {

  private static final String CLASSPATH = "classpath://";

  @Override
  public Object resolveEntity(
      @Nullable String publicId,
      @Nullable String systemId,
      @Nullable String base,
      @Nullable String namespace)
      throws XMLStreamException {
    boolean resolvable = systemId == null || !leadsOut(systemId);
    Object found =
        resolver == null || !resolvable
            ? null
            : resolver.resolveEntity(publicId, systemId, base, namespace);
    if (found == null) {
      throw new XMLStreamException(
          "it refers to "
              + (systemId == null ? publicId : systemId)
              + ", and nothing outside of this file is read. Write the text into this file, name"
              + " a resource of the class path as "
              + CLASSPATH
              + "folder/file, or a DTD of"
              + " Hibernate as http://www.hibernate.org/dtd/hibernate-mapping-3.0.dtd.");
    }
    return found;
  }

  /** Hibernate takes what follows the scheme for a URL first ({@code ClassLoaderServiceImpl}). */
  private static boolean leadsOut(String systemId) {
    return systemId.startsWith(CLASSPATH) && systemId.indexOf(':', CLASSPATH.length()) >= 0;
  }
}
