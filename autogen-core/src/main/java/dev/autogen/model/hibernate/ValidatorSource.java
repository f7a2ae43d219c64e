package dev.autogen.model.hibernate;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;

/** A validator factory that knows the constraints and never has to write a message. */
record ValidatorSource(ValidatorFactory factory) implements AutoCloseable {

  /** Words nothing: the usual interpolator wants an implementation of expression language. */
  private static final class NoMessages implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  /** With the project's {@code validation.xml} if that can be read outside its container. */
  static ValidatorSource open() {
    try {
      return new ValidatorSource(configuration().buildValidatorFactory());
    } catch (RuntimeException failure) {
      return new ValidatorSource(configuration().ignoreXmlConfiguration().buildValidatorFactory());
    }
  }

  private static Configuration<?> configuration() {
    Configuration<?> configuration = Validation.byDefaultProvider().configure();
    configuration.messageInterpolator(new NoMessages());
    return configuration;
  }

  @Override
  public void close() {
    factory.close();
  }
}
