package dev.autogen.spring;

import dev.autogen.Autogen;

/** A bean that sets what the properties do not say, such as a listener. */
@FunctionalInterface
public interface AutogenCustomizer {

  /** Changes the settings with which the migrations run. */
  void customize(Autogen.Builder settings);
}
