import pg from 'pg';

/** The setting by which row-level security knows the school; it ends with the transaction. */
export const schoolSetting = 'matchwatch.school';

/** Chooses the school for what follows in the transaction. */
export const chooseSchool = `select set_config('${schoolSetting}', $1, true)`;

/** What the driver's statement does besides what its types tell. */
interface DriverStatement {
  prepare(connection: pg.Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
}
const driver = pg.Query.prototype as unknown as DriverStatement;

/**
 * A statement that travels with its school: both are sent in one go, and without a transaction around them PostgreSQL takes what is sent up
 * to the sync as one. So the school costs no round trip, holds for this statement and is forgotten with it.
 */
class SchoolStatement extends pg.Query {
  #schoolChosen = false;

  constructor(
    private readonly schoolId: string,
    text: string,
    parameters: unknown[],
    done: (error: Error | undefined | null, result: pg.QueryResult) => void,
  ) {
    // Without values the driver would send a plain text, which nothing can be sent with.
    const config = { text, values: parameters, queryMode: 'extended' };
    super(config, done as unknown as ConstructorParameters<typeof pg.Query>[1]);
  }

  prepare(connection: pg.Connection): void {
    connection.parse({ text: chooseSchool, name: '', types: [] }, true);
    connection.bind({ values: [this.schoolId] }, true);
    connection.execute({}, true);
    driver.prepare.call(this, connection);
  }

  // The first row and the first end belong to the choice of the school.
  handleDataRow(message: unknown): void {
    if (this.#schoolChosen) driver.handleDataRow.call(this, message);
  }

  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#schoolChosen) driver.handleCommandComplete.call(this, message, connection);
    this.#schoolChosen = true;
  }
}

/** Sends a statement to a connection with the school it is about. */
export const queryInSchool = (
  client: pg.ClientBase,
  schoolId: string,
  text: string,
  parameters: readonly unknown[],
): Promise<pg.QueryResult> =>
  new Promise((resolve, reject) => {
    client.query(new SchoolStatement(schoolId, text, [...parameters], (error, result) => (error ? reject(error) : resolve(result))));
  });
