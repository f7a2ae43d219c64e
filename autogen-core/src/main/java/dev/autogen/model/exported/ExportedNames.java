package dev.autogen.model.exported;

/** Names of constraints and indexes that Hibernate made up. */
final class ExportedNames {

  private ExportedNames() {}

  /**
   * Whether Hibernate made up a name: it is a prefix and the MD5 hash of table and columns in base
   * 35 ({@code NamingHelper.generateHashedConstraintName}).
   */
  static boolean isHash(String name) {
    int prefix = 0;
    for (String candidate : new String[] {"FK", "UK", "UC", "IDX", "UKI"}) {
      if (name.regionMatches(true, 0, candidate, 0, candidate.length())) {
        prefix = candidate.length();
      }
    }
    int length = name.length() - prefix;
    if (prefix == 0 || length < 20 || length > 26) {
      return false;
    }
    boolean digit = false;
    for (int i = prefix; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c < 'a' || c > 'y') {
        return false;
      }
    }
    return digit;
  }
}
