package dev.autogen.model.hibernate;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.EventFilter;
import javax.xml.stream.StreamFilter;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLReporter;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.XMLEventAllocator;
import javax.xml.transform.Source;
import org.jspecify.annotations.Nullable;

/**
 * Creates parsers of the JDK that read only what the caller's resolver finds.
 *
 * <p>Hibernate's own resolver ({@code LocalXmlResourceResolver}) knows its DTDs and resources of
 * the class path, and leaves the rest to the parser, which would fetch it; Bean Validation has no
 * resolver at all.
 */
public final class LocalXmlFactory extends XMLInputFactory {

  private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
  private @Nullable XMLResolver resolver;

  /** A parser that reads nothing outside of its file. */
  public LocalXmlFactory() {
    // A second barrier: what a resolver found is still read.
    jdk.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    jdk.setXMLResolver(new LocalEntities(null));
  }

  @Override
  public @Nullable XMLResolver getXMLResolver() {
    return resolver;
  }

  @Override
  public void setXMLResolver(@Nullable XMLResolver resolver) {
    this.resolver = resolver;
    jdk.setXMLResolver(new LocalEntities(resolver));
  }

  @Override
  public void setProperty(String name, Object value) {
    if (name.equals(XMLInputFactory.RESOLVER)) {
      setXMLResolver((XMLResolver) value);
    } else if (!name.equals(XMLConstants.ACCESS_EXTERNAL_DTD)) {
      jdk.setProperty(name, value);
    }
  }

  @Override
  public Object getProperty(String name) {
    return jdk.getProperty(name);
  }

  @Override
  public boolean isPropertySupported(String name) {
    return jdk.isPropertySupported(name);
  }

  @Override
  public XMLReporter getXMLReporter() {
    return jdk.getXMLReporter();
  }

  @Override
  public void setXMLReporter(XMLReporter reporter) {
    jdk.setXMLReporter(reporter);
  }

  @Override
  public XMLEventAllocator getEventAllocator() {
    return jdk.getEventAllocator();
  }

  @Override
  public void setEventAllocator(XMLEventAllocator allocator) {
    jdk.setEventAllocator(allocator);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(Reader content) throws XMLStreamException {
    return jdk.createXMLStreamReader(content);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(Source source) throws XMLStreamException {
    return jdk.createXMLStreamReader(source);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(InputStream content) throws XMLStreamException {
    return jdk.createXMLStreamReader(content);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(InputStream content, String encoding)
      throws XMLStreamException {
    return jdk.createXMLStreamReader(content, encoding);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(String systemId, InputStream content)
      throws XMLStreamException {
    return jdk.createXMLStreamReader(systemId, content);
  }

  @Override
  public XMLStreamReader createXMLStreamReader(String systemId, Reader content)
      throws XMLStreamException {
    return jdk.createXMLStreamReader(systemId, content);
  }

  @Override
  public XMLEventReader createXMLEventReader(Reader content) throws XMLStreamException {
    return jdk.createXMLEventReader(content);
  }

  @Override
  public XMLEventReader createXMLEventReader(String systemId, Reader content)
      throws XMLStreamException {
    return jdk.createXMLEventReader(systemId, content);
  }

  @Override
  public XMLEventReader createXMLEventReader(XMLStreamReader reader) throws XMLStreamException {
    return jdk.createXMLEventReader(reader);
  }

  @Override
  public XMLEventReader createXMLEventReader(Source source) throws XMLStreamException {
    return jdk.createXMLEventReader(source);
  }

  @Override
  public XMLEventReader createXMLEventReader(InputStream content) throws XMLStreamException {
    return jdk.createXMLEventReader(content);
  }

  @Override
  public XMLEventReader createXMLEventReader(InputStream content, String encoding)
      throws XMLStreamException {
    return jdk.createXMLEventReader(content, encoding);
  }

  @Override
  public XMLEventReader createXMLEventReader(String systemId, InputStream content)
      throws XMLStreamException {
    return jdk.createXMLEventReader(systemId, content);
  }

  @Override
  public XMLStreamReader createFilteredReader(XMLStreamReader reader, StreamFilter filter)
      throws XMLStreamException {
    return jdk.createFilteredReader(reader, filter);
  }

  @Override
  public XMLEventReader createFilteredReader(XMLEventReader reader, EventFilter filter)
      throws XMLStreamException {
    return jdk.createFilteredReader(reader, filter);
  }
}
