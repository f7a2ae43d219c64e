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
    /** With all others of its level, where the level does not fit. */
    UNIFIED,
    /** On its own, where what follows does not fit. */
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
  record Level(int indent, List<Doc> docs) implements Doc {
    Level(int indent) {
      this(indent, new ArrayList<>());
    }

    @Override
    public int width() {
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
}
