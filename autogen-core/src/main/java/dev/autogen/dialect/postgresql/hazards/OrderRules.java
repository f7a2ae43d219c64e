package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.Hazard.SafeStep;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what follows from the order of statements: limits for locks, indexes that are missing. */
final class OrderRules {

  private static final Pattern LIMIT =
      Pattern.compile(
          "(?is)(?:set\\s+(?:local\\s+|session\\s+)?lock_timeout\\s*(?:=|\\bto\\b)\\s*"
              + "|set_config\\s*\\(\\s*'lock_timeout'\\s*,\\s*)'?([\\w.]+)\\s*(\\w*)'?.*");

  private final List<Hazard> hazards = new ArrayList<>();
  private final Map<String, Integer> droppedIndexes = new HashMap<>();
  private final Set<String> cleared = new HashSet<>();
  private int offAt = -1;
  private boolean off;
  private boolean limited;

  /**
   * A statement has run.
   *
   * @param waits the tables on which it took a strong lock
   */
  void ran(Command command, List<Relation> waits, int position) {
    switch (command.kind()) {
      case SETTING -> setting(command, position);
      case DROP_INDEX ->
          command
              .names()
              .forEach(
                  name -> {
                    cleared.add(name.name());
                    if (!command.ifExists()) {
                      droppedIndexes.put(name.name(), position);
                    }
                  });
      case CREATE_INDEX -> created(command, position);
      default -> {}
    }
    if (off && offAt >= 0 && !waits.isEmpty()) {
      Relation table = waits.get(0);
      hazards.add(
          hazard(
              HazardCode.AG212,
              offAt,
              table.name(),
              "without a lock timeout, a statement that waits for "
                  + table.name()
                  + " stops every read and write of it behind itself, for as long as any transaction"
                  + " lasts",
              List.of(SafeStep.inside("set lock_timeout = '5s'"))));
      offAt = -1;
    }
  }

  private void setting(Command command, int position) {
    Matcher limit = LIMIT.matcher(command.sql());
    if (limit.find()) {
      off = limit.group(1).matches("0+");
      limited = !off && Character.isDigit(limit.group(1).charAt(0));
      offAt = off ? position : -1;
    }
  }

  private void created(Command command, int position) {
    String name = command.names().isEmpty() ? "" : command.names().get(0).name();
    Integer dropped = droppedIndexes.remove(name);
    if (dropped != null && dropped != position && !command.ifExists()) {
      hazards.add(
          hazard(
              HazardCode.AG216,
              dropped,
              QualifiedName.of(name),
              "queries run without the index "
                  + name
                  + " until it is built again; rename the old one, build the new one, and then drop"
                  + " the old one",
              List.of(
                  SafeStep.inside("alter index " + name + " rename to " + name + "_old"),
                  SafeStep.outside(command.sql()),
                  SafeStep.outside("drop index concurrently " + name + "_old"))));
    }
    if (command.concurrently() && command.ifExists() && !cleared.contains(name)) {
      hazards.add(
          hazard(
              HazardCode.AG209,
              position,
              QualifiedName.of(name),
              "a build that fails leaves the index "
                  + name
                  + " invalid, and 'if not exists' takes it for a good one at the next try: it"
                  + " serves no query and slows every write",
              List.of(
                  SafeStep.outside("drop index concurrently if exists " + name),
                  SafeStep.outside(
                      command.sql().replaceFirst("(?i)\\s+if\\s+not\\s+exists\\s+", " ")))));
    }
    if (command.concurrently() && limited) {
      hazards.add(
          hazard(
              HazardCode.AG218,
              position,
              QualifiedName.of(name),
              "a concurrent build waits for all older transactions, and a lock timeout cancels it"
                  + " then: an invalid index "
                  + name
                  + " stays",
              List.of(SafeStep.outside("set lock_timeout = 0"), SafeStep.outside(command.sql()))));
    }
  }

  private static Hazard hazard(
      HazardCode code, int position, QualifiedName object, String message, List<SafeStep> safe) {
    return new Hazard(
        code, Level.WARNING, position, object, object.toString(), Measured.NOTHING, message, safe);
  }

  List<Hazard> found() {
    return hazards;
  }
}
