package dev.autogen.render.java;

import dev.autogen.render.java.Doc.Fill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression of a migration's source. Each kind breaks as google-java-format breaks it. */
sealed interface Code {

  /** Writes it with the places where it may be broken. */
  void write(Layout layout);

  /** The width on one line. */
  int width();

  /** The expressions that it consists of. */
  default Stream<Code> parts() {
    return Stream.empty();
  }

  /** This expression and all within it. */
  default Stream<Code> all() {
    return Stream.concat(Stream.of(this), parts().flatMap(Code::all));
  }

  static Code literal(String value) {
    return Literal.fitsConstant(value) ? new Literal(value) : Literal.joined(value);
  }

  static Code number(long value) {
    return new Word(value == (int) value ? Long.toString(value) : value + "L");
  }

  /** A constant, a keyword or a number. */
  record Word(String text) implements Code {
    @Override
    public void write(Layout layout) {
      layout.text(text);
    }

    @Override
    public int width() {
      return text.length();
    }
  }

  /** A constant that is imported by name. */
  record Constant(Enum<?> value) implements Code {
    @Override
    public void write(Layout layout) {
      layout.text(value.name());
    }

    @Override
    public int width() {
      return value.name().length();
    }
  }

  /** A string literal. */
  record Literal(String value) implements Code {
    private static final int CONSTANT_BYTES = 65_535;
    private static final int CONSTANT_PART = 20_000;

    private static boolean fitsConstant(String value) {
      return value.length() <= CONSTANT_BYTES / 3;
    }

    /** Longer than a constant can be (JVM specification, 4.4.7), so that it is put together. */
    private static Code joined(String value) {
      List<Code> parts = new ArrayList<>(List.of(new Literal("")));
      for (int at = 0; at < value.length(); at += CONSTANT_PART) {
        parts.add(new Literal(value.substring(at, Math.min(value.length(), at + CONSTANT_PART))));
      }
      return new Call("String.join", parts);
    }

    @Override
    public int width() {
      return JavaLiteral.escape(value).length() + 2;
    }

    @Override
    public void write(Layout layout) {
      int most = layout.partWidth();
      List<String> parts = width() - 2 > most ? split(value, most) : List.of(value);
      if (parts.size() > 1) {
        layout.open(4);
      }
      for (int i = 0; i < parts.size(); i++) {
        if (i > 0) {
          layout.lineBreak(Fill.UNIFIED, " ").text("+ ");
        }
        layout.text('"' + JavaLiteral.escape(parts.get(i)) + '"');
      }
      if (parts.size() > 1) {
        layout.close();
      }
    }

    private static List<String> split(String value, int most) {
      List<String> parts = new ArrayList<>();
      int start = 0;
      int width = 0;
      int afterWord = 0;
      for (int at = 0; at < value.length(); at++) {
        width += JavaLiteral.escape(value.substring(at, at + 1)).length();
        boolean pair = at > 0 && Character.isSurrogatePair(value.charAt(at - 1), value.charAt(at));
        if (width > most && !pair) {
          int end = afterWord > start ? afterWord : at;
          parts.add(value.substring(start, end));
          width = JavaLiteral.escape(value.substring(end, at + 1)).length();
          start = end;
        }
        if (" \n,".indexOf(value.charAt(at)) >= 0) {
          afterWord = at + 1;
        }
      }
      parts.add(value.substring(start));
      return parts;
    }
  }

  /** A text block, for SQL of several lines. */
  record TextBlock(String value) implements Code {
    @Override
    public void write(Layout layout) {
      List<String> lines = new ArrayList<>(List.of("\"\"\""));
      String[] texts = value.split("\n", -1);
      int last = texts.length - 1;
      for (int i = 0; i < last; i++) {
        lines.add(JavaLiteral.escapeBlockLine(texts[i]));
      }
      if (!texts[last].isEmpty()) {
        lines.add(JavaLiteral.escapeBlockLine(texts[last]) + "\\");
      }
      lines.add("\"\"\"");
      layout.block(lines.stream().map(line -> line.replace("$", "$$")).toList());
    }

    @Override
    public int width() {
      return Doc.UNBOUNDED;
    }
  }

  /** A call of a method, or of a constructor where the name starts with {@code new}. */
  record Call(String name, List<Code> arguments) implements Code {
    private static final Pattern FORMAT_SPECIFIER = Pattern.compile("%|\\{[0-9]\\}");
    private static final int SHORT = 10;

    public Call {
      arguments = List.copyOf(arguments);
    }

    Call(String name, Code... arguments) {
      this(name, Arrays.asList(arguments));
    }

    @Override
    public Stream<Code> parts() {
      return arguments.stream();
    }

    @Override
    public int width() {
      int commas = Math.max(0, arguments.size() - 1) * 2;
      return name.length() + 2 + commas + arguments.stream().mapToInt(Code::width).sum();
    }

    @Override
    public void write(Layout layout) {
      layout.open(4);
      writeName(layout);
      writeArguments(layout, 0);
      layout.close();
    }

    private void writeName(Layout layout) {
      int word = name.lastIndexOf(' ') + 1;
      int dot = name.indexOf('.', word);
      int end = dot < 0 ? name.length() : dot;
      Class<?> type = JavaTypes.BY_NAME.get(name.substring(word, end));
      if (type == null) {
        layout.text(name);
      } else {
        layout.text(name.substring(0, word)).type(type).text(name.substring(end));
      }
    }

    private void writeArguments(Layout layout, int indent) {
      layout.open(indent).text("(");
      if (!arguments.isEmpty()) {
        layout.lineBreak(Fill.UNIFIED, "");
        if (startsWithFormat()) {
          layout.open(0);
          arguments.get(0).write(layout);
          layout.text(",").lineBreak(Fill.UNIFIED, " ").open(0);
          writeList(layout, arguments.subList(1, arguments.size()));
          layout.close().close();
        } else {
          writeList(layout, arguments);
        }
      }
      layout.text(")").close();
    }

    private boolean startsWithFormat() {
      return arguments.size() > 1
          && arguments.get(0) instanceof Literal first
          && FORMAT_SPECIFIER.matcher(first.value()).find();
    }

    private static void writeList(Layout layout, List<Code> arguments) {
      boolean allShort = arguments.stream().allMatch(code -> code.width() < SHORT);
      layout.open(0);
      for (int i = 0; i < arguments.size(); i++) {
        if (i > 0) {
          layout.text(",").lineBreak(allShort ? Fill.INDEPENDENT : Fill.UNIFIED, " ");
        }
        arguments.get(i).write(layout);
      }
      layout.close();
    }
  }

  /** Calls on the result of a first call: {@code column(…).notNull()}. */
  record Chain(Call first, List<Call> rest) implements Code {
    private static final int SHORT_NAME = 4;

    /** A chain, or the first call alone where nothing follows. */
    static Code of(Call first, List<Call> rest) {
      return rest.isEmpty() ? first : new Chain(first, List.copyOf(rest));
    }

    @Override
    public Stream<Code> parts() {
      return Stream.concat(Stream.of(first), rest.stream().flatMap(Call::parts));
    }

    @Override
    public int width() {
      return first.width() + rest.stream().mapToInt(call -> call.width() + 1).sum();
    }

    @Override
    public void write(Layout layout) {
      layout.open(4);
      if (first.name().length() <= SHORT_NAME && first.arguments().size() == 1) {
        layout.open(0).open(0).text(first.name()).text("(");
        first.arguments().get(0).write(layout);
        layout.close().text(")").close();
      } else {
        first.writeName(layout);
        first.writeArguments(layout, 4);
      }
      for (Call call : rest) {
        layout.lineBreak(Fill.UNIFIED, "").text(".");
        call.writeName(layout);
        call.writeArguments(layout, 4);
      }
      layout.close();
    }
  }

  /** A lambda of one parameter. */
  record Lambda(String parameter, Code body) implements Code {
    @Override
    public Stream<Code> parts() {
      return Stream.of(body);
    }

    @Override
    public int width() {
      return parameter.length() + 4 + body.width();
    }

    @Override
    public void write(Layout layout) {
      layout.text(parameter + " ->").open(4).lineBreak(Fill.UNIFIED, " ");
      body.write(layout);
      layout.close();
    }
  }
}
