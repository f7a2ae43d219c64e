package shop;

/** What a migration takes from its project. */
public final class Names {

  public static final int LENGTH = 80;

  private Names() {}
}
