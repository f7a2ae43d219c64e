package dev.autogen.xml;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Refuses the declaration of an entity whose text is elsewhere, where it stands. */
final class EntityDeclarations extends DefaultHandler2 {

  /** An entity of another file or host. */
  static final class External extends SAXParseException {
    private static final long serialVersionUID = 1L;

    private External(String message, @Nullable Locator locator) {
      super(message, locator);
    }
  }

  /** The first element is reached: nothing more can be declared. */
  static final class End extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  private @Nullable Locator locator;

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void externalEntityDecl(String name, @Nullable String publicId, String systemId)
      throws SAXException {
    throw new External(
        "the text of the entity "
            + name
            + " is in "
            + systemId
            + ", and nothing outside of this file is read. Write the text into this file.",
        locator);
  }

  @Override
  public InputSource resolveEntity(
      @Nullable String name, @Nullable String publicId, @Nullable String base, String systemId) {
    return new InputSource(InputStream.nullInputStream());
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    throw new End();
  }
}
