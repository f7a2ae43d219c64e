package dev.autogen.shadow;

import dev.autogen.rows.RowReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The proofs of one revision on several kinds of database as one result. */
public final class ProofTogether {

  private ProofTogether() {}

  /**
   * The result on the project's own database and on others.
   *
   * @param others the results on other kinds of database, by name
   */
  public static Proof.Result of(Proof.Result own, Map<String, Proof.Result> others) {
    List<String> failures = new ArrayList<>(own.failures());
    List<String> reservations = new ArrayList<>(own.reservations());
    RowReport rows = own.rows();
    for (Map.Entry<String, Proof.Result> each : others.entrySet()) {
      Proof.Result result = each.getValue();
      result.failures().forEach(line -> failures.add("on " + each.getKey() + ": " + line));
      result.reservations().forEach(line -> reservations.add("on " + each.getKey() + ": " + line));
      rows = rows.fails() || !result.rows().fails() ? rows : result.rows();
    }
    List<String> products =
        Stream.concat(Stream.of(own), others.values().stream())
            .map(Proof.Result::product)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    return new Proof.Result(listed(products), failures, reservations, rows, own.reordered());
  }

  private static @Nullable String listed(List<String> products) {
    int last = products.size() - 1;
    if (last < 1) {
      return products.isEmpty() ? null : products.get(0);
    }
    return String.join(", ", products.subList(0, last)) + " and " + products.get(last);
  }
}
