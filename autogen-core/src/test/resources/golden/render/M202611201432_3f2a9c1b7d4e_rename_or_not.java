package db.migrations;

import static dev.autogen.migration.Definitions.*;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * rename or not
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_rename_or_not implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Drops the rows of hr.people_of_the_whole_company_and_its_subsidiaries. If
    // hr.people_of_the_whole_company_and_its_subsidiaries was renamed, put this in its place and
    // leave out what creates hr.persons_of_the_whole_company_and_its_subsidiaries:
    // op.renameTable(
    //     qualified("hr", "people_of_the_whole_company_and_its_subsidiaries"),
    //     qualified("hr", "persons_of_the_whole_company_and_its_subsidiaries"));
    op.dropTable(qualified("hr", "people_of_the_whole_company_and_its_subsidiaries"));

    op.createTable(
        qualified("hr", "persons_of_the_whole_company_and_its_subsidiaries"),
        column("email", text()));

    op.addColumn("users", column("email_address", text()));
    // Drops the values of users.email. If users.email was renamed, put this in its place and leave
    // out what adds users.email_address:
    // op.renameColumn("users", "email", "email_address");
    op.dropColumn("users", "email");
  }

  @Override
  public void downgrade(Operations op) {
    op.addColumn("users", column("email", text()));
    // If users.email_address was renamed, put this in its place and leave out what adds
    // users.email:
    // op.renameColumn("users", "email_address", "email");
    op.dropColumn("users", "email_address");
    // If hr.persons_of_the_whole_company_and_its_subsidiaries was renamed, put this in its place
    // and leave out what creates hr.people_of_the_whole_company_and_its_subsidiaries:
    // op.renameTable(
    //     qualified("hr", "persons_of_the_whole_company_and_its_subsidiaries"),
    //     qualified("hr", "people_of_the_whole_company_and_its_subsidiaries"));
    op.dropTable(qualified("hr", "persons_of_the_whole_company_and_its_subsidiaries"));

    op.createTable(
        qualified("hr", "people_of_the_whole_company_and_its_subsidiaries"),
        column("email", text()));
  }
}
