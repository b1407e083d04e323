/** Collects the values of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and answers with its placeholder. */
  add(value: unknown): `$${number}` {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
