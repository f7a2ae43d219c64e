package dev.autogen.render.java;

import dev.autogen.render.java.Code.Call;
import java.util.ArrayList;
import java.util.List;

/** The definition of a new table in several methods, where it is too long for one. */
final class WideTable {

  private static final String CREATE = "op.createTable";
  private static final int MOST_PARTS = 3_000;

  private WideTable() {}

  /**
   * A group of the table's elements.
   *
   * @param method the name of the method that returns it
   */
  record Group(String method, List<Code> elements) {
    /** What the method does. */
    Code body() {
      return new Call("return elements", elements);
    }
  }

  /** Whether a statement creates a table too wide for a method. */
  static boolean isToDivide(Code code) {
    return code instanceof Call call && call.name().equals(CREATE) && parts(code) > MOST_PARTS;
  }

  /** The table's elements in groups. */
  static List<Group> groups(Call create, int firstNumber) {
    List<Group> groups = new ArrayList<>();
    List<Code> elements = new ArrayList<>();
    long parts = 0;
    for (Code element : create.arguments().subList(1, create.arguments().size())) {
      long more = parts(element);
      if (!elements.isEmpty() && parts + more > MOST_PARTS) {
        groups.add(new Group("elements" + (firstNumber + groups.size()), elements));
        elements = new ArrayList<>();
        parts = 0;
      }
      elements.add(element);
      parts += more;
    }
    groups.add(new Group("elements" + (firstNumber + groups.size()), elements));
    return groups;
  }

  /** The statement with the groups in place of the elements. */
  static Call divided(Call create, List<Group> groups) {
    List<Code> arguments = new ArrayList<>(List.of(create.arguments().get(0)));
    groups.forEach(group -> arguments.add(new Call(group.method(), List.of())));
    return new Call(CREATE, arguments);
  }

  private static long parts(Code code) {
    return code.all().count();
  }
}
