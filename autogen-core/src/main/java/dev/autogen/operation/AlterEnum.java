package dev.autogen.operation;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Changes the values of an enum type; the rows keep their values.
 *
 * @param rebuild whether a new type replaces the old one even where values are only added: a value
 *     added in place cannot be used before the transaction ends
 */
public record AlterEnum(EnumType from, EnumType to, boolean rebuild) implements Operation {

  /** Adds values in place where that is possible. */
  public AlterEnum(EnumType from, EnumType to) {
    this(from, to, false);
  }

  /** Whether the existing values keep their order, so that the new ones can be added in place. */
  public boolean addsInPlace() {
    List<String> kept = new ArrayList<>(to.values());
    kept.retainAll(new HashSet<>(from.values()));
    return !rebuild && kept.equals(from.values());
  }

  @Override
  public Optional<Operation> reverse() {
    return from.values().isEmpty()
        ? Optional.empty()
        : Optional.of(new AlterEnum(to, from, rebuild));
  }

  @Override
  public Operation completed(Schema before) {
    return from.values().isEmpty()
        ? before.enumType(to.name()).map(found -> new AlterEnum(found, to, rebuild)).orElse(this)
        : this;
  }

  @Override
  public Optional<QualifiedName> alteredType() {
    return Optional.of(to.name());
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.type(to.name()));
  }

  @Override
  public List<Member> makes() {
    return addsInPlace() ? List.of() : List.of(Member.type(to.name()));
  }

  @Override
  public boolean makesAnew() {
    return true;
  }

  @Override
  public List<Member> takes() {
    return addsInPlace() ? List.of() : List.of(Member.type(to.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
