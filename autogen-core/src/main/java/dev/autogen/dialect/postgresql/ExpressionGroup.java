package dev.autogen.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Expressions that can be asked about in one statement, because columns of the same name have the
 * same type in all of them. They may belong to several tables.
 */
final class ExpressionGroup {

  private static final int LIMIT = 50;

  final List<ExpressionQuestion> questions = new ArrayList<>();
  private final String alias;
  private final Map<String, String> columns = new TreeMap<>();

  private ExpressionGroup(String alias) {
    this.alias = alias;
  }

  /** Puts the questions, in their order, into as few groups as they fit into. */
  static List<ExpressionGroup> of(List<ExpressionQuestion> questions) {
    List<ExpressionGroup> groups = new ArrayList<>();
    List<ExpressionGroup> open = new ArrayList<>();
    for (ExpressionQuestion question : questions) {
      ExpressionGroup group = null;
      for (ExpressionGroup candidate : open) {
        if (candidate.takes(question)) {
          group = candidate;
          break;
        }
      }
      if (group == null) {
        group = new ExpressionGroup(question.alias());
        groups.add(group);
        open.add(group);
      }
      group.questions.add(question);
      group.columns.putAll(question.columns());
      if (group.questions.size() == LIMIT) {
        open.remove(group);
      }
    }
    return groups;
  }

  private boolean takes(ExpressionQuestion question) {
    if (!alias.equals(question.alias()) || columns.isEmpty() != question.columns().isEmpty()) {
      return false;
    }
    for (Map.Entry<String, String> column : question.columns().entrySet()) {
      String type = columns.get(column.getKey());
      if (type != null && !type.equals(column.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** The {@code FROM} clause for all questions. */
  String source() {
    return ExpressionQuestion.source(alias, columns);
  }
}
