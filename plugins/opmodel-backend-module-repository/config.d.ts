import { HumanDuration } from '@backstage/types';

export interface Config {
  opmodel?: {
    scorecards?: {
      /** What is read of repositories for scorecards. */
      repository?: {
        /** How often each repository is asked whether it changed, at least a minute. Default: 6 hours. */
        cadence?: HumanDuration | string;

        /** For how long what was read is believed. Default: 49 hours, or twice the cadence where that is longer. */
        freshness?: HumanDuration | string;

        /** For how long one repository may take. Default: 2 minutes. */
        timeout?: HumanDuration | string;

        /** Repositories that are read at a time, 1 to 32. Default: 4. */
        concurrency?: number;

        /** Files that are asked for beside those that everybody knows. Each is a fact of its own: true or false. Default: none. */
        files?: Array<{
          /** Name of the fact: `hasHelmChart` is `repository.hasHelmChart`. A small letter, then letters and digits. */
          name: string;

          /** What it means, a sentence. Default: the paths. */
          description?: string;

          /**
           * Where the file may be; one of them is enough. Globs from the folder of the entity, `docs/runbooks/*.md`; with a `/` at the
           * beginning from the root of the repository. At most 50.
           */
          paths: string[];

          /** What the file must contain, as a pattern of RE2 whose `^` and `$` are those of a line. Default: anything. */
          contains?: string;
        }>;
      };
    };
  };
}
