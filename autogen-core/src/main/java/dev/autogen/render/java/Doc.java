package dev.autogen.render.java;

import java.util.ArrayList;
import java.util.List;

/** A piece of source whose line breaks are not decided yet. */
sealed interface Doc {

  /** Wider than any line, so that what holds it breaks. */
  int UNBOUNDED = 1000;

  /** The width on one line. */
  int width();

  /** When a break becomes a new line. */
  enum Fill {
    /** Together with all others of its level, if the level does not fit. */
    UNIFIED,
    /** By itself, if the text after it does not fit. */
    INDEPENDENT,
    /** Always. */
    FORCED
  }

  /**
   * Text without a break.
   *
   * @param format the text as a format of JavaPoet
   * @param width its width in the file
   */
  record Text(String format, int width) implements Doc {}

  /** Lines that keep their own breaks and move with the column at which the first one stands. */
  record Block(List<String> lines) implements Doc {
    @Override
    public int width() {
      return UNBOUNDED;
    }
  }

  /** A place where a line may end. */
  record Break(Fill fill, String flat, int indent) implements Doc {
    @Override
    public int width() {
      return fill == Fill.FORCED ? UNBOUNDED : flat.length();
    }
  }

  /** Pieces that are broken together. */
  final class Level implements Doc {
    private final int indent;
    private final List<Doc> docs = new ArrayList<>();
    private int width = -1;

    Level(int indent) {
      this.indent = indent;
    }

    int indent() {
      return indent;
    }

    List<Doc> docs() {
      return docs;
    }

    /** The width; asked for only once the level is complete. */
    @Override
    public int width() {
      if (width < 0) {
        width = Doc.width(docs);
      }
      return width;
    }
  }

  /** The width of pieces that stand on one line. */
  static int width(List<Doc> docs) {
    int width = 0;
    for (Doc doc : docs) {
      width += doc.width();
      if (width >= UNBOUNDED) {
        return UNBOUNDED;
      }
    }
    return width;
  }
}
