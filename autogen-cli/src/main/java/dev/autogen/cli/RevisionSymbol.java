package dev.autogen.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A revision as it is typed: {@code -1} is one, other words that begin with a hyphen are not. */
final class RevisionSymbol implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    if (text.startsWith("-") && !text.matches("-\\d+(:.*)?")) {
      throw new TypeConversionException("'" + text + "' is neither an option nor a revision");
    }
    return text;
  }
}
