import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent of a weekly report is an edition that was frozen, for applicants who were somebody's then. */
export class DeliveryEdition1764000000109 implements MigrationInterface {
  readonly name = 'DeliveryEdition1764000000109';
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table delivery add column scope_digest text');
    await db.query(`
      alter table delivery add constraint delivery_edition_fk
      foreign key (school_id, edition_id) references report_edition (school_id, id)`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table delivery drop constraint delivery_edition_fk');
    await db.query('alter table delivery drop column scope_digest');
  }
}
