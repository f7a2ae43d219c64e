package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beans that a container makes, with what it gives them; a boot for the mapping has none. */
class BeansTest {

  @TempDir Path directory;
  private TestProject project;

  @BeforeEach
  void startsAProject() {
    project =
        new TestProject(directory)
            .source("shop.Users", "public interface Users { String current(); }");
  }

  @ParameterizedTest
  @EnumSource
  void a_listener_of_envers_may_have_arguments(HibernateVersion hibernate) {
    project
        .library(hibernate.envers())
        .source(
            "shop.Product",
            "@Entity @org.hibernate.envers.Audited public class Product { @Id Long id; String name; }")
        .source(
            "shop.Change",
            """
            @Entity @org.hibernate.envers.RevisionEntity(ChangeListener.class)
            public class Change {
              @Id @GeneratedValue @org.hibernate.envers.RevisionNumber int id;
              @org.hibernate.envers.RevisionTimestamp long at;
              String author;
            }
            """)
        .source(
            "shop.ChangeListener",
            """
            public class ChangeListener implements org.hibernate.envers.EntityTrackingRevisionListener {
              private final Users users;
              public ChangeListener(Users users) {
                this.users = java.util.Objects.requireNonNull(users);
              }
              public void newRevision(Object change) { ((Change) change).author = users.current(); }
              public void entityChanged(Class type, String name, Object id,
                  org.hibernate.envers.RevisionType kind, Object change) {}
            }
            """)
        .compile();

    assertThat(tables(hibernate)).containsExactlyInAnyOrder("product", "product_aud", "change");
  }

  @ParameterizedTest
  @EnumSource
  void beans_of_all_kinds_may_have_arguments(HibernateVersion hibernate) {
    project
        .source(
            "shop.Key",
            """
            public class Key extends org.hibernate.id.enhanced.SequenceStyleGenerator {
              public Key(Users users) { users.current(); }
            }
            """)
        .source("shop.Code", "public record Code(String text) implements java.io.Serializable {}")
        .source(
            "shop.CodeType",
            """
            public class CodeType implements org.hibernate.usertype.UserType<Code> {
              public CodeType(Users users) { users.current(); }
              public int getSqlType() { return java.sql.Types.VARCHAR; }
              public Class<Code> returnedClass() { return Code.class; }
              public boolean equals(Code a, Code b) { return a.equals(b); }
              public int hashCode(Code a) { return a.hashCode(); }
              public Code deepCopy(Code a) { return a; }
              public boolean isMutable() { return false; }
              public java.io.Serializable disassemble(Code a) { return a; }
              public Code assemble(java.io.Serializable a, Object o) { return (Code) a; }
            }
            """)
        .source(
            "shop.Words",
            """
            @Converter(autoApply = true) public class Words implements AttributeConverter<java.util.Locale, String> {
              public Words(Users users) { users.current(); }
              public String convertToDatabaseColumn(java.util.Locale s) { return null; }
              public java.util.Locale convertToEntityAttribute(String s) { return null; }
            }
            """)
        .source(
            "shop.Watch",
            "public class Watch { public Watch(Users users) { users.current(); }"
                + " @PostLoad void read(Object entity) {} }")
        .source(
            "shop.Numbered",
            """
            @org.hibernate.annotations.IdGeneratorType(Key.class)
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface Numbered {}
            """)
        .source(
            "shop.Product",
            """
            @Entity @EntityListeners(Watch.class) public class Product {
              @Id @Numbered Long id;
              @Type(CodeType.class) Code code;
              java.util.Locale language;
            }
            """)
        .compile();

    assertThat(tables(hibernate)).containsExactly("product");
  }

  private List<String> tables(HibernateVersion hibernate) {
    List<Path> all = new ArrayList<>(List.of(project.classes()));
    all.addAll(hibernate.jars());
    all.add(hibernate.envers());
    return EntityModel.read(project.request(all, List.of(project.classes()), List.of()))
        .schema()
        .tables()
        .stream()
        .map(Table::name)
        .map(Object::toString)
        .toList();
  }
}
