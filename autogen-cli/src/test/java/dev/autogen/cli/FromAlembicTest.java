package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about Alembic names all that it has, and a test for whatever has a counterpart. */
class FromAlembicTest {

  private static final Path PAGE = Path.of("../docs/from-alembic.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST = Pattern.compile("\\[(\\w+)]");
  private static final Pattern LINK = Pattern.compile("(?m)^\\[(\\w+)]: (\\S+)$");

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Alembic"))
        .map(line -> line.split(" *(?<!\\\\)\\| *"))
        .toList();
  }

  /** The names in Alembic 1.19.2's own sources: config.py, op.pyi, context.pyi, the ini files. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // alembic/config.py, _KWARGS_OPTS and the commands' parameters
        "-c --config -n --name -x --raiseerr -q --quiet -h --help --version ALEMBIC_CONFIG",
        "branches_-v check current_-v current_-c current_--check-heads downgrade downgrade_--sql"
            + " downgrade_--tag edit ensure_version ensure_version_--sql heads_-v"
            + " heads_--resolve-dependencies history_-r history_--rev-range history_-v history_-i"
            + " history_--indicate-current init_DIR init_-t init_--template init_--package"
            + " list_templates merge_-m merge_--branch-label merge_--rev-id merge_--splice"
            + " revision_-m revision_--message revision_--autogenerate revision_--sql"
            + " revision_--head revision_--splice revision_--branch-label revision_--version-path"
            + " revision_--rev-id revision_--depends-on show stamp stamp_--sql stamp_--tag"
            + " stamp_--purge upgrade upgrade_--sql upgrade_--tag",
        // docs/build/branches.rst and tutorial.rst
        "head heads base current +1 -2 ae10+2 shop@head ae10@head shop@base shop@+2 a:b a: :b"
            + " -3:current",
        // alembic/templates/*/alembic.ini.mako and pyproject.toml.mako
        "script_location version_locations recursive_version_locations path_separator"
            + " file_template timezone truncate_slug_length output_encoding prepend_sys_path"
            + " revision_environment sourceless sqlalchemy.url [post_write_hooks] [loggers]"
            + " [handlers] [formatters] script.py.mako",
        // alembic/op.pyi
        "op.add_column op.alter_column op.batch_alter_table op.bulk_insert"
            + " op.create_check_constraint op.create_exclude_constraint op.create_foreign_key"
            + " op.create_index op.create_primary_key op.create_table op.create_table_comment"
            + " op.create_unique_constraint op.drop_column op.drop_constraint op.drop_index"
            + " op.drop_table op.drop_table_comment op.execute op.f op.get_bind op.get_context"
            + " op.implementation_for op.inline_literal op.invoke op.register_operation"
            + " op.rename_table op.run_async",
        // alembic/runtime/environment.py, EnvironmentContext.configure
        "alembic_module_prefix autogenerate_plugins compare_server_default compare_type connection"
            + " dialect_name dialect_opts downgrade_token include_name include_object"
            + " include_schemas literal_binds mssql_batch_separator on_version_apply"
            + " oracle_batch_separator output_buffer output_encoding process_revision_directives"
            + " render_as_batch render_item sqlalchemy_module_prefix starting_rev tag"
            + " target_metadata template_args transaction_per_migration transactional_ddl"
            + " upgrade_token url user_module_prefix version_table version_table_pk"
            + " version_table_schema",
      })
  void everything_that_alembic_has_is_named(String names) throws IOException {
    Set<String> named =
        rows().stream()
            .flatMap(row -> CODE.matcher(row[1] + row[2]).results())
            .map(code -> code.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    for (String name : names.split(" ")) {
      assertThat(named).contains(name.replaceFirst("(?<=\\w)_(?=-|DIR)", " "));
    }
  }

  @Test
  void every_counterpart_has_a_test_that_exists() throws IOException {
    Set<String> links = new TreeSet<>();
    for (MatchResult link : LINK.matcher(Files.readString(PAGE)).results().toList()) {
      assertThat(PAGE.resolveSibling(link.group(2))).exists();
      links.add(link.group(1));
    }
    Set<String> used = new TreeSet<>();
    for (String[] row : rows()) {
      assertThat(row).as(String.join("|", row)).hasSize(4);
      List<String> tests = TEST.matcher(row[3]).results().map(test -> test.group(1)).toList();
      if (tests.isEmpty()) {
        assertThat(row[2]).as(row[1]).matches("(none|always)\\b.*");
      }
      used.addAll(tests);
    }
    assertThat(used).isEqualTo(links);
  }
}
