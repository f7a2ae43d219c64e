package dev.autogen.model.exported;

import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.FirstRow;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the statements of a DDL script into a {@link Schema}. */
public final class DdlReader {

  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,18})\\s*\\)\\s*$");

  private final List<OtherDatabaseClause> foreign = new ArrayList<>();
  private final TextRules text;
  private final Set<String> clauses;
  private final String defaultSchema;
  private final Map<QualifiedName, TableDraft> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, EnumType> enumTypes = new LinkedHashMap<>();
  private final Map<QualifiedName, CompositeType> compositeTypes = new LinkedHashMap<>();
  private final Set<QualifiedName> tablesAsSequences = new HashSet<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * A reader of statements for a connection with that default schema.
   *
   * @param text how the database reads SQL
   * @param defaultSchema names in it are delivered without a schema
   */
  public DdlReader(TextRules text, String defaultSchema) {
    this(text, defaultSchema, Set.of());
  }

  /**
   * A reader of statements for a database with clauses of its own.
   *
   * @param clauses clauses of columns beyond the SQL standard
   */
  public DdlReader(TextRules text, String defaultSchema, Set<String> clauses) {
    this.clauses = clauses;
    this.text = text;
    this.defaultSchema = defaultSchema;
  }

  /**
   * Reads one statement.
   *
   * @return whether it describes something that a schema holds; if not, it is without effect
   * @throws dev.autogen.schema.AutogenException if it is of a known kind and cannot be understood
   */
  public boolean read(String sql) {
    TokenReader in = reader(sql);
    if (in.accept("alter", "table")) {
      return alterTable(in);
    }
    if (in.accept("comment", "on")) {
      return comment(in);
    }
    if (in.accept("insert", "into")) {
      return firstNumber(in);
    }
    if (!in.accept("create")) {
      return false;
    }
    boolean unique = in.accept("unique");
    if (in.accept("index")) {
      return index(in, unique);
    }
    in.accept("unlogged");
    if (in.accept("table")) {
      return table(in);
    }
    if (in.accept("sequence")) {
      return sequence(in);
    }
    if (in.accept("cast")) {
      return enumCast(in);
    }
    if (in.accept("domain")) {
      return domain(in);
    }
    return in.accept("type") && type(in);
  }

  /**
   * {@code INSERT INTO trips_seq (next_val) VALUES (1)}: the table stands for a sequence, on a
   * database that has none.
   */
  private boolean firstNumber(TokenReader in) {
    QualifiedName name = in.qualifiedName();
    TableDraft table = tables.get(name);
    if (table == null || !table.isNumbering()) {
      return false;
    }
    if (in.peek().isSymbol('(')) {
      in.names();
    }
    in.expect("values");
    String number = in.parenthesised();
    if (!number.matches("-?\\d{1,18}")) {
      return false;
    }
    tables.remove(name);
    tablesAsSequences.add(name);
    sequences.putIfAbsent(name, Sequence.of(name, Long.parseLong(number), 1));
    return true;
  }

  /** {@code CREATE DOMAIN mood AS varchar(3) CHECK (value IN ('OK', 'SAD'))}: an enum by a name. */
  private boolean domain(TokenReader in) {
    QualifiedName name = in.qualifiedName();
    in.accept("as");
    in.textUntil(Set.of("check"));
    if (!in.accept("check")) {
      return false;
    }
    TokenReader check = in.of(in.parenthesised());
    return check.accept("value", "in") && enumType(check, name);
  }

  private boolean comment(TokenReader in) {
    if (in.accept("table")) {
      TableDraft table = draft(in.qualifiedName());
      in.expect("is");
      table.comment(in.next().text());
      return true;
    } else if (in.accept("column")) {
      List<String> path = in.path();
      int last = path.size() - 1;
      if (last < 1) {
        return false;
      }
      in.expect("is");
      comment(in.relation(path.subList(0, last)), path.get(last), in.next().text());
      return true;
    } else if (in.accept("type")) {
      QualifiedName name = in.qualifiedName();
      in.expect("is");
      String comment = in.next().text();
      return compositeTypes.computeIfPresent(name, (key, type) -> type.withComment(comment))
          != null;
    }
    return false;
  }

  /** {@code CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT}, or the other way round. */
  private boolean enumCast(TokenReader in) {
    in.expectSymbol('(');
    QualifiedName source = in.qualifiedName();
    in.expect("as");
    QualifiedName target = in.qualifiedName();
    boolean known = enumTypes.containsKey(source) || enumTypes.containsKey(target);
    enumTypes.computeIfPresent(target, (name, type) -> type.withStringCasts(true));
    return known;
  }

  /**
   * Tables that statements of other objects name but that no statement creates; they are not part
   * of the schema.
   */
  public List<QualifiedName> unknownTables() {
    return tables.values().stream()
        .filter(table -> !table.isCreated())
        .map(TableDraft::name)
        .sorted()
        .toList();
  }

  /**
   * Sets the comment of a table or composite type.
   *
   * @param comment as the entity has it
   */
  public void comment(String table, String comment) {
    QualifiedName name = qualifiedName(table);
    if (compositeTypes.computeIfPresent(name, (key, type) -> type.withComment(stored(comment)))
        == null) {
      draft(name).comment(stored(comment));
    }
  }

  /**
   * Sets the comment of a column or attribute.
   *
   * @param comment as the entity has it
   */
  public void comment(String table, String column, String comment) {
    comment(qualifiedName(table), reader(column).name(), stored(comment));
  }

  /**
   * Records a statement that fills a new table.
   *
   * @param numbered lists of a table, a column and an increment, of which each is numbered with it
   */
  public void fills(String table, String statement, List<List<String>> numbered) {
    draft(qualifiedName(table))
        .fill(numbered.isEmpty() ? FirstRow.of(statement) : row(table, statement, numbered));
  }

  private FirstRow row(String table, String statement, List<List<String>> numbered) {
    Map<QualifiedName, String> highest = new LinkedHashMap<>();
    numbered.forEach(
        each ->
            highest.put(
                qualifiedName(each.get(0)),
                "select max(" + each.get(1) + ") as n from " + each.get(0)));
    Matcher number = LAST_NUMBER.matcher(statement);
    return new FirstRow(
        statement,
        table,
        number.find() ? Long.parseLong(number.group(1)) : 1,
        Long.parseLong(numbered.get(0).get(2)),
        highest);
  }

  private void comment(QualifiedName object, String member, String comment) {
    CompositeType type = compositeTypes.get(object);
    if (type == null) {
      draft(object).comment(member, comment);
    } else {
      compositeTypes.put(
          object,
          type.withAttributes(
              type.attributes().stream()
                  .map(each -> each.name().equals(member) ? each.withComment(comment) : each)
                  .toList()));
    }
  }

  /**
   * The comment that the database stores. Hibernate puts a comment between quotes unchanged.
   * Authors who know this double their quotes; others mean what they wrote.
   */
  private String stored(String comment) {
    List<Token> tokens = text.tokens("'" + comment + "'");
    boolean literal = tokens.size() == 2 && tokens.get(0).kind() == Token.Kind.STRING;
    return literal ? tokens.get(0).text() : comment;
  }

  private TokenReader reader(String sql) {
    return new TokenReader(sql, text, defaultSchema, clauses);
  }

  private boolean table(TokenReader in) {
    in.accept("if", "not", "exists");
    QualifiedName name = in.qualifiedName();
    TableDraft draft = draft(name);
    draft.create();
    in.expectSymbol('(');
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      if (ConstraintReader.isNext(in)) {
        ConstraintReader.read(in).ifPresent(draft::add);
      } else {
        List<Constraint> constraints = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> unheld = new ArrayList<>();
        Column column = ColumnReader.read(in, constraints, others, unheld);
        draft.add(column);
        others.forEach(clause -> foreign.add(new OtherDatabaseClause(name, column.name(), clause)));
        unheld.forEach(clause -> leaveOut(clause, draft));
        constraints.forEach(draft::add);
      }
      in.skipToEndOfElement();
      in.acceptSymbol(',');
    }
    in.expectSymbol(')');
    String options = tableOptions(in, draft);
    if (!options.isBlank()) {
      leaveOut(options, draft);
    }
    return true;
  }

  /** What stands behind the columns, without what every table of the database has. */
  private static String tableOptions(TokenReader in, TableDraft draft) {
    while (in.has("comment")) {
      if (in.accept("comment")) {
        in.acceptSymbol('=');
        draft.comment(in.next().text());
      } else if (in.accept("engine")) {
        in.acceptSymbol('=');
        in.next();
      } else {
        break;
      }
    }
    return in.rest();
  }

  private void leaveOut(String clause, TableDraft table) {
    leftOut.add("'" + clause + "' of the table '" + table.name() + "'");
  }

  /** Clauses of tables and columns that no schema holds, such as how values are stored. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private boolean alterTable(TokenReader in) {
    in.accept("if", "exists");
    in.accept("only");
    QualifiedName table = in.qualifiedName();
    if (!in.accept("add") || !ConstraintReader.isNext(in)) {
      return false;
    }
    var constraint = ConstraintReader.read(in);
    constraint.ifPresent(draft(table)::add);
    return constraint.isPresent();
  }

  private boolean index(TokenReader in, boolean unique) {
    in.accept("concurrently");
    in.accept("if", "not", "exists");
    @Nullable String name = in.peek().isWord("on") ? null : in.explicitName();
    in.expect("on");
    in.accept("only");
    draft(in.qualifiedName()).add(IndexReader.read(in, name, unique));
    return true;
  }

  private boolean sequence(TokenReader in) {
    in.accept("if", "not", "exists");
    QualifiedName name = in.qualifiedName();
    SequenceOptions options = SequenceOptions.of(in);
    long increment = Objects.requireNonNullElse(options.increment(), 1L);
    long start = Objects.requireNonNullElse(options.start(), increment < 0 ? -1L : 1L);
    long cache = Objects.requireNonNullElse(options.cache(), 1L);
    sequences.putIfAbsent(
        name, Sequence.of(name, start, increment).withCache(cache).withRange(options.range()));
    return true;
  }

  private boolean type(TokenReader in) {
    QualifiedName name = in.qualifiedName();
    if (in.accept("as", "enum")) {
      return enumType(in, name);
    } else if (in.accept("as") && in.peek().isSymbol('(')) {
      compositeTypes.putIfAbsent(
          name, new CompositeType(name, ColumnReader.readAttributes(in), null));
      return true;
    }
    return false;
  }

  private boolean enumType(TokenReader in, QualifiedName name) {
    in.expectSymbol('(');
    List<String> values = new ArrayList<>();
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      values.add(in.next().text());
      in.acceptSymbol(',');
    }
    enumTypes.putIfAbsent(name, new EnumType(name, values));
    return true;
  }

  /** The name of a table, a sequence or a type in SQL. */
  public QualifiedName qualifiedName(String sql) {
    return reader(sql).qualifiedName();
  }

  /**
   * Records that applications number a column with a sequence; all names are in the database's
   * spelling.
   *
   * @param step the step, which the definition of a table that stands for a sequence lacks
   */
  public void numbers(String sequence, String table, String column, long step) {
    QualifiedName owner = qualifiedName(table);
    sequences.computeIfPresent(
        qualifiedName(sequence),
        (name, found) -> {
          List<Sequence.Owner> columns = new ArrayList<>(found.numberedColumns());
          columns.add(new Sequence.Owner(owner, reader(column).name()));
          return (tablesAsSequences.contains(name) ? found.from(found.start(), step) : found)
              .withNumberedColumns(columns);
        });
  }

  private TableDraft draft(QualifiedName name) {
    return tables.computeIfAbsent(name, TableDraft::new);
  }

  /** The clauses read so far that PostgreSQL does not know. */
  public List<OtherDatabaseClause> foreign() {
    return List.copyOf(foreign);
  }

  /** The schema of the statements read so far, in the order of the names. */
  public Schema schema() {
    List<Table> finished =
        tables.values().stream()
            .filter(TableDraft::isCreated)
            .map(TableDraft::table)
            .map(this::withReferencedColumns)
            .toList();
    TreeSet<String> namespaces = new TreeSet<>();
    Stream.of(
            finished.stream().map(Table::name),
            sequences.keySet().stream(),
            enumTypes.keySet().stream(),
            compositeTypes.keySet().stream())
        .flatMap(names -> names.map(QualifiedName::schema))
        .filter(Objects::nonNull)
        .forEach(namespaces::add);
    return new Schema(
        List.copyOf(namespaces),
        finished.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
        sequences.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
        enumTypes.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
        compositeTypes.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList());
  }

  private Table withReferencedColumns(Table table) {
    return table.withConstraints(table.constraints().stream().map(this::referring).toList());
  }

  /** {@code REFERENCES t} without columns means the primary key of {@code t}. */
  private Constraint referring(Constraint constraint) {
    if (!(constraint instanceof ForeignKey key) || !key.referencedColumns().isEmpty()) {
      return constraint;
    }
    @Nullable TableDraft referenced = tables.get(key.referencedTable());
    @Nullable PrimaryKey primary = referenced == null ? null : referenced.primaryKey();
    return key.withReferenced(
        key.referencedTable(), primary == null ? key.columns() : primary.columns());
  }
}
