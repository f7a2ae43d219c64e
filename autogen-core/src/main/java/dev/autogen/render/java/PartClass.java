package dev.autogen.render.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.autogen.render.java.Code.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * A class that holds methods of a long migration: the migration's own, or one within it. A class
 * has room for 65,535 constants, of which a text takes two (Java Virtual Machine Specification,
 * 4.1).
 */
final class PartClass {

  private static final int MOST_TEXTS = 20_000;

  private final int number;
  private final Set<String> texts = new HashSet<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /** The class of that number; the first is the migration itself. */
  PartClass(int number) {
    this.number = number;
  }

  private boolean isMigration() {
    return number == 1;
  }

  /** The next class, or this one if it has room for the texts of the expressions. */
  PartClass withRoomFor(List<Code> expressions) {
    Set<String> more = new HashSet<>();
    expressions.stream()
        .flatMap(Code::all)
        .flatMap(code -> code instanceof Literal text ? Stream.of(text.value()) : Stream.of())
        .filter(text -> !texts.contains(text))
        .forEach(more::add);
    if (!texts.isEmpty() && texts.size() + more.size() > MOST_TEXTS) {
      return new PartClass(number + 1).withRoomFor(expressions);
    }
    texts.addAll(more);
    return this;
  }

  /** Where the statements of its methods start. */
  int indent() {
    return isMigration() ? Statement.INDENT : Statement.INDENT + 2;
  }

  /** How the migration calls a method of this class. */
  String call(String method) {
    return isMigration() ? method : name() + "." + method;
  }

  private String name() {
    return "Part" + number;
  }

  void add(MethodSpec.Builder method, CodeBlock body) {
    methods.add(
        method
            .addModifiers(isMigration() ? List.of(Modifier.PRIVATE) : List.of(Modifier.STATIC))
            .addCode(body)
            .build());
  }

  void addTo(TypeSpec.Builder migration) {
    if (isMigration()) {
      migration.addMethods(methods);
    } else {
      migration.addType(
          TypeSpec.classBuilder(name())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addMethods(methods)
              .build());
    }
  }
}
