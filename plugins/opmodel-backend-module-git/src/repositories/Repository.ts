/** A repository that components come from. */
export interface Repository {
  /** Identity: `host/path`, see `normalizeRepositoryUrl`. */
  id: string;
  /** Address for people, without credentials. */
  url: string;
  /** Type of the code host's integration (`github`, `gitlab` …); empty when there is none. */
  host: string;
  /** Where git fetches it from. */
  origin: RepositoryOrigin;
}

/** A server, or a folder of this machine that configuration names. */
export type RepositoryOrigin =
  | { type: 'remote'; url: string }
  | { type: 'local'; path: string };
