/** A version of a product that a file of a repository names. */
export interface RuntimeUse {
  /** Id of the product in the table: `nodejs`. */
  product: string;
  /** `18`, `3.9.7`, or a name as `bookworm`. */
  version: string;
  /** What the file says: `>=18 <21`, `node:18-alpine`. */
  written: string;
  /** Whether what is written allows later versions as well, of which `version` is the lowest. */
  isLowest: boolean;
  path: string;
  /** From 1; null: of the file as a whole. */
  line: number | null;
}

/** What one line or field says, before it is known where it stands. */
export type NamedVersion = Omit<RuntimeUse, 'path' | 'line'>;

/** A file of a repository. */
export interface RepositoryFile {
  path: string;
  text: string;
}
