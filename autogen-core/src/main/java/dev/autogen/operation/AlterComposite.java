package dev.autogen.operation;

import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Changes the attributes of a composite type; rows keep the values of the attributes that stay, and
 * have null for new ones.
 */
public record AlterComposite(CompositeType from, CompositeType to) implements Operation {

  /**
   * Whether the type can stay: attributes are only dropped, or added at the end. Another type or
   * place of an attribute needs a new type (PostgreSQL manual, {@code ALTER TYPE}: the type of an
   * attribute cannot change while a column uses it).
   */
  public boolean isInPlace() {
    List<Attribute> kept = kept();
    return kept.size() <= to.attributes().size()
        && definitions(kept).equals(definitions(to.attributes().subList(0, kept.size())))
        && added().equals(to.attributes().subList(kept.size(), to.attributes().size()));
  }

  private List<Attribute> kept() {
    return from.attributes().stream()
        .filter(each -> to.attribute(each.name()).isPresent())
        .toList();
  }

  private static List<Attribute> definitions(List<Attribute> attributes) {
    return attributes.stream().map(each -> each.withComment(null)).toList();
  }

  /** The attributes that only the old type has. */
  public List<Attribute> dropped() {
    return from.attributes().stream().filter(each -> to.attribute(each.name()).isEmpty()).toList();
  }

  /** The attributes that only the new type has. */
  public List<Attribute> added() {
    return to.attributes().stream().filter(each -> from.attribute(each.name()).isEmpty()).toList();
  }

  @Override
  public Optional<Operation> reverse() {
    return from.attributes().isEmpty()
        ? Optional.empty()
        : Optional.of(new AlterComposite(to, from));
  }

  @Override
  public Operation completed(Schema before) {
    return from.attributes().isEmpty()
        ? before.compositeType(to.name()).map(found -> new AlterComposite(found, to)).orElse(this)
        : this;
  }

  @Override
  public Optional<QualifiedName> alteredType() {
    return Optional.of(to.name());
  }

  @Override
  public boolean losesData() {
    return !dropped().isEmpty();
  }

  @Override
  public List<ChangedObject> changes() {
    return List.of(ChangedObject.type(to.name()));
  }

  @Override
  public List<Member> makes() {
    return takes();
  }

  @Override
  public boolean makesAnew() {
    return true;
  }

  @Override
  public List<Member> takes() {
    return isInPlace() && dropped().isEmpty() ? List.of() : List.of(Member.type(to.name()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
