/** What one table holds. */
export interface TableSize {
  table: string;
  rows: number;
  /** False where the database only estimates the rows. */
  exact: boolean;
  /** With its indexes; null where the database does not tell. */
  bytes: number | null;
}

/** What the engine's tables take up. */
export interface StorageStore {
  /** The tables, largest first. Fast however large they are, and so perhaps an estimate. */
  measure(): Promise<TableSize[]>;
}
