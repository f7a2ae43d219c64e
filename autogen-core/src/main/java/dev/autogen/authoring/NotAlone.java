package dev.autogen.authoring;

/** A migration has no statements that run without the tool that runs it, such as Java code. */
final class NotAlone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says why there are none.
   *
   * @param reason a sentence without its full stop
   */
  NotAlone(String reason) {
    super(reason);
  }
}
