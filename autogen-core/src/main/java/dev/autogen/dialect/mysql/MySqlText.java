package dev.autogen.dialect.mysql;

import dev.autogen.sql.CommentRules;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.NameRules.Folding;
import dev.autogen.sql.ScriptRules;
import dev.autogen.sql.StringRules;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Set;

/** The rules by which MySQL and MariaDB read SQL, with the modes that autogen sets. */
final class MySqlText {

  /** MySQL manual, 11.2.1 Identifier Length Limits. */
  private static final int NAME_LENGTH = 64;

  /** The reserved words of MySQL 8.0 to 9.7 and of MariaDB 10.6 to 11.8. */
  private static final Set<String> KEY_WORDS =
      Set.of(
          ("accessible add all alter analyze and as asc asensitive before between bigint binary"
                  + " blob both by call cascade case change char character check collate column"
                  + " condition constraint continue convert create cross cube cume_dist"
                  + " current_date current_role current_time current_timestamp current_user cursor"
                  + " database databases day_hour day_microsecond day_minute day_second dec decimal"
                  + " declare default delayed delete delete_domain_id dense_rank desc describe"
                  + " deterministic distinct distinctrow div do_domain_ids double drop dual each"
                  + " else elseif empty enclosed escaped except exists exit explain false fetch"
                  + " first_value float float4 float8 for force foreign from fulltext function"
                  + " general generated get grant group grouping groups having high_priority"
                  + " hour_microsecond hour_minute hour_second if ignore ignore_domain_ids"
                  + " ignore_server_ids in index infile inner inout insensitive insert int int1"
                  + " int2 int3 int4 int8 integer intersect interval into io_after_gtids"
                  + " io_before_gtids is iterate join json_table key keys kill lag last_value"
                  + " lateral lead leading leave left library like limit linear lines load"
                  + " localtime localtimestamp lock long longblob longtext loop low_priority manual"
                  + " master_bind master_heartbeat_period master_ssl_verify_server_cert match"
                  + " maxvalue mediumblob mediumint mediumtext middleint minute_microsecond"
                  + " minute_second mod modifies natural no_write_to_binlog not nth_value ntile"
                  + " null numeric of offset on optimize optimizer_costs option optionally or order"
                  + " out outer outfile over page_checksum parallel parse_vcol_expr partition"
                  + " percent_rank precision primary procedure purge qualify range rank read reads"
                  + " read_write real recursive ref_system_id references regexp release rename"
                  + " repeat replace require resignal restrict return returning revoke right rlike"
                  + " row row_number rows schema schemas second_microsecond select sensitive"
                  + " separator set show signal slow smallint spatial specific sql sqlexception"
                  + " sqlstate sqlwarning sql_big_result sql_calc_found_rows sql_small_result ssl"
                  + " starting stats_auto_recalc stats_persistent stats_sample_pages stored"
                  + " straight_join system table tablesample terminated then tinyblob tinyint"
                  + " tinytext to trailing trigger true undo union unique unlock unsigned update"
                  + " usage use using utc_date utc_time utc_timestamp values varbinary varchar"
                  + " varcharacter varying vector virtual when where while window with write xor"
                  + " year_month zerofill")
              .split(" "));

  /** The rules. */
  static final TextRules RULES =
      new TextRules(
          new NameRules(
              List.of(NameRules.Quotes.BACKTICKS),
              Folding.NONE,
              NAME_LENGTH,
              NameRules.Unit.CHARACTERS,
              KEY_WORDS,
              false,
              NameRules.Scope.TABLES),
          new StringRules(
              StringRules.Backslashes.ESCAPE, true, false, StringRules.Bytes.HEXADECIMAL),
          new CommentRules(false, true, true),
          new ScriptRules(
              Set.of("function", "procedure", "trigger", "event"), List.of("begin"), true));

  private MySqlText() {}
}
