/** How much of a file is read; what is over is refused, never cut. */
export interface ImportLimits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Rows of one file. */
  readonly rows: number;
  /** Characters of one row. */
  readonly rowLength: number;
}

/** Enough for half a million applicants. */
export const defaultLimits: ImportLimits = { fileBytes: 4_000_000_000, rows: 50_000_000, rowLength: 16_384 };
