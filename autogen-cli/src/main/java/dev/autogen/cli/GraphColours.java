package dev.autogen.cli;

import dev.autogen.history.HistoryGraph;
import java.util.List;

/** The colours of a drawn history: one for each lane. */
final class GraphColours {

  private static final List<String> LANES =
      List.of("red", "green", "yellow", "blue", "magenta", "cyan");

  private GraphColours() {}

  /** A row as it is printed. */
  static String line(HistoryGraph.Row row, Console console) {
    StringBuilder line = new StringBuilder();
    String drawing = row.drawing();
    for (int i = 0; i < drawing.length(); i++) {
      String sign = drawing.substring(i, i + 1);
      line.append(
          sign.isBlank() || sign.equals("*")
              ? sign
              : console.coloured(LANES.get((i + 1) / 2 % LANES.size()), sign));
    }
    return (line + (row.text().isEmpty() ? "" : " " + row.text())).stripTrailing();
  }
}
