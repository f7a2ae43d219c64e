package dev.autogen.dialect.h2;

import dev.autogen.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the conversion of values to another type: the {@code USING} of {@code ALTER COLUMN … SET
 * DATA TYPE}. H2 converts most values by itself, and refuses those that do not fit.
 */
final class H2Conversions {

  private final H2Names names;

  H2Conversions(H2Names names) {
    this.names = names;
  }

  /** The expression, or null if H2 converts by itself; types are canonical. */
  @Nullable String using(String column, SqlType from, SqlType to) {
    String name = names.quote(column);
    if (from.dimensions() > to.dimensions()) {
      return H2TypeFamily.of(to) == H2TypeFamily.TEXT ? null : name + "[1]";
    } else if (from.dimensions() < to.dimensions()) {
      return "case when " + name + " is not null then array[" + name + "] end";
    }
    H2TypeFamily before = H2TypeFamily.of(from);
    H2TypeFamily after = H2TypeFamily.of(to);
    if (before == H2TypeFamily.BOOLEAN
        && after == H2TypeFamily.TEXT
        && to.arguments().equals(List.of("1"))) {
      return "case when " + name + " then 'Y' when not " + name + " then 'N' end";
    } else if (after == H2TypeFamily.JSON && before == H2TypeFamily.TEXT) {
      return "cast(" + name + " format json as json)";
    } else if (before == H2TypeFamily.JSON && after == H2TypeFamily.TEXT) {
      return "cast(" + name + " as varchar)";
    } else if (after == H2TypeFamily.UUID && before == H2TypeFamily.INTEGER) {
      return "cast(lpad(rawtohex(cast(cast("
          + name
          + " as bigint) as binary(8))), 32, '0') as uuid)";
    } else if (before == H2TypeFamily.UUID && after == H2TypeFamily.INTEGER) {
      // A uuid that was made from a number has nothing in its first half; any other fails.
      String bytes = "cast(" + name + " as varbinary)";
      return "case when substring("
          + bytes
          + " from 1 for 8) = x'0000000000000000' then cast(substring("
          + bytes
          + " from 9) as bigint) when "
          + name
          + " is not null then cast(cast("
          + name
          + " as varchar) as bigint) end";
    } else if (!isConverted(before, after)) {
      return "cast(cast(" + name + " as varchar) as " + names.sql(to) + ")";
    }
    return null;
  }

  /** Whether H2 has a conversion between the families; without one, the way leads by the text. */
  private static boolean isConverted(H2TypeFamily before, H2TypeFamily after) {
    if (before == after || before == H2TypeFamily.TEXT || after == H2TypeFamily.TEXT) {
      return true;
    }
    boolean plain = before.isNumber() || before == H2TypeFamily.BOOLEAN;
    boolean toPlain = after.isNumber() || after == H2TypeFamily.BOOLEAN;
    return plain && toPlain
        || before == H2TypeFamily.DAY && after == H2TypeFamily.CLOCK
        || before == H2TypeFamily.CLOCK && after == H2TypeFamily.DAY
        || before == H2TypeFamily.BYTES && after == H2TypeFamily.UUID
        || before == H2TypeFamily.UUID && after == H2TypeFamily.BYTES
        || before == H2TypeFamily.OTHER
        || after == H2TypeFamily.OTHER
        || after == H2TypeFamily.JSON;
  }
}
