package dev.autogen.render.java;

import dev.autogen.render.java.Doc.Block;
import dev.autogen.render.java.Doc.Break;
import dev.autogen.render.java.Doc.Fill;
import dev.autogen.render.java.Doc.Level;
import dev.autogen.render.java.Doc.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks lines where google-java-format does, so that a formatter leaves the file as it is.
 *
 * <p>The rules are those of its {@code DocBuilder} and {@code Doc}: text goes to the level of the
 * last break, a level that does not fit breaks at all of its unified breaks.
 */
final class Layout {

  static final int MAX_WIDTH = 100;

  /** How long the parts of a long literal may be, tried in turn until they fit. */
  private static final int[] PART_WIDTHS = {88, 82, 76, 70, 64, 58, 54};

  private final Level base = new Level(0);
  private final Deque<Level> open = new ArrayDeque<>(List.of(base));
  private Level append = base;
  private final int partWidth;

  private final int start;
  private final StringBuilder out = new StringBuilder();
  private int column;
  private int widest;
  private boolean mustBreak;

  private Layout(int start, int partWidth) {
    this.start = start;
    this.column = start;
    this.partWidth = partWidth;
  }

  /**
   * The code as a format of JavaPoet, in lines of at most 100 characters where its words allow.
   *
   * @param start the column at which it starts; later lines are indented relative to it
   * @param end what follows on the last line, such as a semicolon
   */
  static String format(Code code, int start, String end) {
    Layout layout = new Layout(start, Integer.MAX_VALUE).lay(code, end);
    for (int i = 0; i < PART_WIDTHS.length && layout.widest > MAX_WIDTH; i++) {
      layout = new Layout(start, PART_WIDTHS[i]).lay(code, end);
    }
    return layout.out.toString();
  }

  private Layout lay(Code code, String end) {
    code.write(this);
    text(end);
    write(base, start);
    endLine();
    return this;
  }

  /** The most characters that a literal may have, without its quotes, before it is split. */
  int partWidth() {
    return partWidth;
  }

  Layout open(int indent) {
    open.addLast(new Level(indent));
    return this;
  }

  Layout close() {
    Level level = open.removeLast();
    open.getLast().docs().add(level);
    return this;
  }

  Layout text(String text) {
    append.docs().add(new Text(text.replace("$", "$$"), text.length()));
    return this;
  }

  Layout type(Class<?> type) {
    append.docs().add(new Text(JavaTypes.format(type), type.getSimpleName().length()));
    return this;
  }

  Layout block(List<String> lines) {
    append.docs().add(new Block(lines));
    return this;
  }

  Layout lineBreak(Fill fill, String flat) {
    return lineBreak(fill, flat, 0);
  }

  Layout lineBreak(Fill fill, String flat, int indent) {
    append = open.getLast();
    append.docs().add(new Break(fill, flat, indent));
    return this;
  }

  private void write(Doc doc, int indent) {
    if (doc instanceof Text text) {
      out.append(text.format());
      column += text.width();
    } else if (doc instanceof Block block) {
      writeBlock(block);
    } else if (doc instanceof Level level) {
      if (column + level.width() <= MAX_WIDTH) {
        level.docs().forEach(part -> write(part, indent));
      } else {
        writeBroken(level, indent + level.indent());
      }
    } else if (doc instanceof Break flat) {
      out.append(flat.flat());
      column += flat.flat().length();
    }
  }

  private void writeBlock(Block block) {
    int indent = column;
    out.append(block.lines().get(0));
    for (String line : block.lines().subList(1, block.lines().size())) {
      out.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent - start) + line);
    }
    column += Doc.UNBOUNDED;
  }

  private void writeBroken(Level level, int indent) {
    mustBreak = false;
    List<Doc> split = new ArrayList<>();
    @Nullable Break before = null;
    for (Doc doc : level.docs()) {
      if (doc instanceof Break next) {
        writeSplit(before, split, indent);
        split.clear();
        before = next;
      } else {
        split.add(doc);
      }
    }
    writeSplit(before, split, indent);
  }

  private void writeSplit(@Nullable Break before, List<Doc> split, int indent) {
    int width = Doc.width(split);
    if (before != null) {
      boolean fits = column + before.width() + width <= MAX_WIDTH;
      if (before.fill() == Fill.UNIFIED || mustBreak || !fits) {
        newLine(indent + before.indent());
      } else {
        write(before, indent);
      }
    }
    boolean enoughRoom = column + width <= MAX_WIDTH;
    mustBreak = false;
    split.forEach(doc -> write(doc, indent));
    mustBreak = !enoughRoom;
  }

  private void newLine(int indent) {
    endLine();
    out.append('\n').append(" ".repeat(indent - start));
    column = indent;
  }

  private void endLine() {
    // A block's lines are its author's; they do not call for splitting.
    widest = Math.max(widest, column >= Doc.UNBOUNDED ? 0 : column);
  }
}
