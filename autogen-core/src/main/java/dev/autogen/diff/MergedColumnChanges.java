package dev.autogen.diff;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the operations that change one column in two steps together, as one difference. */
final class MergedColumnChanges {

  private MergedColumnChanges() {}

  static List<Operation> of(List<Operation> operations) {
    Map<String, AlterColumn> first = new HashMap<>();
    List<Operation> merged = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof AlterColumn change) {
        AlterColumn before = first.get(change.object());
        AlterColumn whole =
            before == null
                ? change
                : new AlterColumn(change.table(), before.from(), change.to(), change.using());
        merged.remove(before);
        first.put(change.object(), whole);
        merged.add(whole);
      } else if (operation instanceof DropColumn drop && first.containsKey(drop.object())) {
        AlterColumn before = first.remove(drop.object());
        merged.remove(before);
        merged.add(new DropColumn(drop.table(), before.from()));
      } else {
        merged.add(operation);
      }
    }
    return merged;
  }
}
