package dev.autogen.render.java;

import static dev.autogen.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenderGoldenTest {

  private static final Instant CREATED = Instant.parse("2026-11-20T14:32:07Z");
  private static final String PROVEN =
      "Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade"
          + " restores the schema.";

  /** The usual form as a template, which the reference shows for people to start from. */
  private static final SourceTemplate USUAL_FORM =
      new SourceTemplate(
          "usual",
          """
          package ${package};

          ${imports}

          ${javadoc}
          ${annotation}
          public final class ${class} implements Migration {

            @Override
            public void upgrade(Operations op) {
              ${upgrade}
            }

            @Override
            public void downgrade(Operations op) {
              ${downgrade}
            }

            ${methods}
          }
          """);

  /** A migration whose operations are written with the words that its source shall show. */
  private record Case(
      String message, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    @Override
    public String toString() {
      return message;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "add email_verified",
            op ->
                op.addColumn(
                    "users", column("email_verified", bool()).notNull().serverDefault("false")),
            op -> op.dropColumn("users", "email_verified")),
        new Case("create trips", RenderGoldenTest::createTrips, op -> op.dropTable("trips")),
        new Case("change columns", RenderGoldenTest::changeColumns, op -> {}),
        new Case(
            "change tables and schemas",
            op -> {
              op.createSchema("audit");
              op.createTable(qualified("audit", "events"), column("id", uuid()).notNull());
              op.renameTable("people", "users");
              op.renameTable(qualified("audit", "log"), qualified("audit", "entries"));
              op.commentTable("users", "People who can sign in");
              op.commentTable(qualified("audit", "events"), null);
              op.dropTable("legacy_users");
            },
            op -> op.dropSchema("audit")),
        new Case(
            "change keys",
            op -> {
              op.alterColumn(
                  "orders",
                  column("id", bigint()).notNull(),
                  column("id", uuid()).notNull(),
                  "lpad(to_hex(id), 32, '0')::uuid");
              op.dropColumn("users", "id");
            },
            op -> {
              op.addColumn("users", column("id", bigint()));
              op.backfill("users", "id", "row_number() over ()");
              op.alterColumn("users", column("id", bigint()), column("id", bigint()).notNull());
              op.addColumn("users", column("country_id", bigint()));
              op.backfill("users", "country_id", null);
              op.alterColumn(
                  "orders",
                  column("id", uuid()).notNull(),
                  column("id", bigint()).notNull(),
                  "id::text::bigint");
            }),
        new Case("change constraints", RenderGoldenTest::changeConstraints, op -> {}),
        new Case("change indexes", RenderGoldenTest::changeIndexes, op -> {}),
        new Case(
            "change sequences and enum types",
            op -> {
              op.createSequence("trips_seq", 1, 50);
              op.createSequence(qualified("audit", "events_seq"), 5_000_000_000L, -1, 20);
              op.alterSequence("trips_seq", 1, 100);
              op.createEnum("trip_status", "DRAFT", "PLANNED", "DONE");
              op.createEnum(
                  "weekday", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN", "a", "b", "c");
              op.alterEnum(
                  "trip_status",
                  List.of("DRAFT", "PLANNED", "DONE"),
                  List.of("DRAFT", "PLANNED", "UNDER WAY", "DONE"));
            },
            op -> {
              op.dropEnum("trip_status");
              op.dropSequence("trips_seq");
              op.dropSequence(qualified("audit", "events_seq"));
            }),
        new Case("run sql", RenderGoldenTest::runSql, op -> {}),
        new Case("use every type", RenderGoldenTest::everyType, op -> op.dropTable("samples")));
  }

  private static void createTrips(Operations op) {
    op.createTable(
        "users",
        column("id", bigint()).notNull().identity(),
        column("email", varchar(255)).notNull(),
        primaryKey("id"));
    op.createTable(
        "trips",
        column("id", bigint()).notNull().identity(1, 50),
        column("owner_id", bigint()).notNull(),
        column("title", varchar(200)).notNull().comment("As its owner typed it"),
        column("status", type("trip_status")).notNull().serverDefault("'DRAFT'"),
        column("mood", type(qualified("shared", "mood"))),
        column("budget", numeric(10, 2)).serverDefault("0"),
        column("tags", array(text())).notNull().serverDefault("'{}'"),
        column("search", type("tsvector")).generatedAs("to_tsvector('simple', title)"),
        column("created_at", timestamptz()).notNull().serverDefault("now()"),
        primaryKey("id").named("trips_pkey"),
        unique("owner_id", "title").nullsNotDistinct().named("trips_owner_id_title_key"),
        foreignKey("owner_id").references("users", "id").onDelete(Action.CASCADE).named("trips_fk"),
        check("budget >= 0").named("trips_budget_check"),
        comment("Journeys, planned and done"));
    op.createIndex("trips", index("trips_status_idx", "status"));
    op.createIndex("trips", index("trips_search_idx", "search").method("gin"));
  }

  private static void changeColumns(Operations op) {
    op.renameColumn("users", "mail", "email");
    op.addColumn("users", column("number", integer()).notNull().identityAlways());
    op.backfill("users", "nickname", null);
    op.backfill("users", "locale", "'en'");
    op.alterColumn(
        "users",
        column("locale", varchar(5)),
        column("locale", varchar(35)).notNull().serverDefault("'en'").collation("C"));
    op.alterColumn(
        qualified("audit", "events"),
        column("payload", text()),
        column("payload", jsonb()),
        "payload::jsonb");
    op.alterColumn("users", column("age", smallint()).notNull());
    op.dropColumn("users", "nickname");
    op.addColumn("users", column("initial", character(1)).generatedVirtual("left(email, 1)"));
  }

  private static void changeConstraints(Operations op) {
    op.addConstraint("trips", primaryKey("id", "owner_id").named("pk_trips"));
    op.addConstraint("trips", unique("slug").deferrable().named("trips_slug_key"));
    op.addConstraint("trips", unique("position").initiallyDeferred());
    op.addConstraint(
        "trips",
        foreignKey("country", "city")
            .references(qualified("geo", "cities"), "country", "name")
            .onDelete(Action.SET_NULL)
            .onUpdate(Action.CASCADE)
            .initiallyDeferred()
            .named("trips_country_city_fkey"));
    op.addConstraint(
        "trips",
        check(
                "status in ('DRAFT', 'PLANNED', 'UNDER_WAY', 'DONE', 'CANCELLED', 'ARCHIVED')"
                    + " and (budget is null or budget >= 0)")
            .named("trips_status_check"));
    op.addConstraint(
        "trips",
        check(
                "kind in ('BUSINESS','CITY_BREAK','FAMILY_HOLIDAY','ROUND_THE_WORLD','SABBATICAL_YEAR')")
            .named("trips_kind_check"));
    op.renameConstraint("trips", "trips_title_key", "trips_owner_id_title_key");
    op.dropConstraint(qualified("audit", "events"), "events_kind_check");
  }

  private static void changeIndexes(Operations op) {
    op.createIndex("users", index("users_email_idx", "email").unique());
    op.createIndex(
        "users",
        index("users_search_idx", expression("lower(email)"), key("created_at").desc().nullsLast())
            .include("id")
            .where("deleted_at is null"));
    op.createIndex(
        "users",
        index("users_name_idx", key("name").collation("C").operatorClass("text_pattern_ops")));
    op.autocommit(o -> o.createIndexConcurrently("trips", index("trips_owner_idx", "owner_id")));
    op.autocommit(o -> o.dropIndexConcurrently(qualified("audit", "events"), "events_at_idx"));
    op.renameIndex("users", "idx_email", "users_email_idx");
    op.dropIndex("users", "users_old_idx");
  }

  private static void runSql(Operations op) {
    op.execute("create extension if not exists \"uuid-ossp\"");
    op.execute("update users set active = true", "update users set active = null");
    op.execute(
        """
        create function touch() returns trigger as $$
        begin
          new.path = 'C:\\new\\user';

          return new;
        end
        $$ language plpgsql
        """);
    op.execute("select '\u202e \"\"\"' -- \n  as \"strange\"");
  }

  private static void everyType(Operations op) {
    op.createTable(
        "samples",
        column("a", smallint()),
        column("b", numeric()),
        column("c", type("numeric(12)")),
        column("d", real()),
        column("e", doublePrecision()),
        column("f", varchar()),
        column("g", bytea()),
        column("h", date()),
        column("i", time()),
        column("j", time(0)),
        column("k", timestamp()),
        column("l", timestamp(3)),
        column("m", timestamptz(0)),
        column("n", json()),
        column("o", array(array(integer()))),
        column("p", type("bit varying(8)")),
        column("q", type("geo.geometry(point,4326)")),
        column("r", type("\"Mood\"")),
        column("s", array(type(qualified("Other", "My type")))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWrittenAsApproved(Case example) {
    List<Operation> upgrade = RecordedOperations.of(example.upgrade());
    List<Operation> downgrade = RecordedOperations.of(example.downgrade());
    MigrationFile file = file(example.message(), upgrade, downgrade, null, PROVEN);

    Migration migration = approved(file);

    assertThat(RecordedOperations.of(migration::upgrade)).isEqualTo(AsWritten.of(upgrade));
    assertThat(RecordedOperations.of(migration::downgrade)).isEqualTo(AsWritten.of(downgrade));
  }

  @Test
  void anEmptyMigrationSaysWhatToWrite() {
    Migration migration = approved(file("fill in locales", List.of(), List.of(), null, ""));

    assertThat(RecordedOperations.of(migration::upgrade)).isEmpty();
  }

  @Test
  void anIrreversibleMigrationSaysWhy() {
    String why = "\"update users set email = lower(email)\" has no known inverse";
    List<Operation> upgrade =
        RecordedOperations.of(op -> op.execute("update users set email = lower(email)"));
    Migration migration = approved(file("lower emails", upgrade, List.of(), why, ""));

    assertThatThrownBy(() -> RecordedOperations.of(migration::downgrade))
        .isInstanceOf(IrreversibleMigration.class)
        .hasMessage(why);
  }

  @Test
  void aMergeNamesItsRevisionsAndLabels() {
    approved(
        new MigrationFile(
            "db.migrations",
            "M202611201432_3f2a9c1b7d4e_merge_billing",
            "merge billing",
            "3f2a9c1b7d4e",
            List.of("ae1027a6acf0", "bd2f7be0be9a"),
            CREATED,
            List.of("billing"),
            List.of("0123456789ab"),
            List.of(),
            List.of(),
            null,
            ""));
  }

  @Test
  void aDropThatMayBeARenameShowsBoth() {
    QualifiedName users = QualifiedName.of("users");
    QualifiedName people =
        QualifiedName.of("hr", "people_of_the_whole_company_and_its_subsidiaries");
    Column email = Column.of("email", SqlType.of("text"));
    Operation addColumn = new AddColumn(users, email.withName("email_address"));
    Operation dropColumn = new DropColumn(users, email);
    Table table = new Table(people, List.of(email), List.of(), List.of(), null);
    QualifiedName persons = people.withName("persons_of_the_whole_company_and_its_subsidiaries");
    Operation dropTable = new DropTable(table);
    Operation createTable = new CreateTable(table.withName(persons));
    List<Operation> upgrade = List.of(dropTable, createTable, addColumn, dropColumn);
    List<Operation> downgrade =
        List.of(
            new AddColumn(users, email),
            new DropColumn(users, email.withName("email_address")),
            new DropTable(table.withName(persons)),
            new CreateTable(table));

    approved(
        file("rename or not", upgrade, downgrade, null, PROVEN)
            .withAlternatives(
                List.of(
                    new Alternative(dropTable, createTable, new RenameTable(people, persons)),
                    new Alternative(
                        dropColumn,
                        addColumn,
                        new RenameColumn(users, "email", "email_address")))));
  }

  @Test
  void aHostileMessageStaysWithinItsComment() {
    String message =
        "quotes \" ' `, ends */ /* and // starts, \\u002a\\u002f escapes, <b>tags</b> &"
            + " &lt;entities;, @see {@code x}, $T formats %s,\n\r\n"
            + "\tlines, unicode é 日本語 😀 \u202e, "
            + "x".repeat(110);
    approved(file(message, List.of(), List.of(), null, PROVEN));
  }

  private static Migration approved(MigrationFile file) {
    String source = JavaRenderer.render(file);
    GoldenFile.assertMatches("render/" + file.className() + ".java", source);
    RenderedSource.assertFormatted(source);
    assertThat(USUAL_FORM.fill(file, ZoneOffset.UTC)).isEqualToIgnoringWhitespace(source);
    return InMemoryCompiler.compile(file, source);
  }

  private static MigrationFile file(
      String message,
      List<Operation> upgrade,
      List<Operation> downgrade,
      String irreversible,
      String note) {
    String id = "3f2a9c1b7d4e";
    return new MigrationFile(
        "db.migrations",
        FileTemplate.standard().className(id, message, CREATED),
        message,
        id,
        List.of("ae1027a6acf0"),
        CREATED,
        List.of(),
        List.of(),
        upgrade,
        downgrade,
        irreversible,
        note);
  }
}
