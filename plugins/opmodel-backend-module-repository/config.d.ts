import { HumanDuration } from '@backstage/types';

export interface Config {
  opmodel?: {
    techDebt?: {
      suggestions?: {
        /** Versions that manifests and Dockerfiles name and that their vendor supports no more; see docs/tech-debt-sources.md. */
        endOfLife?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;

          /** How often it is looked for, 1 minute to 31 days. Default: 6 hours. */
          frequency?: HumanDuration | string;

          /** From how many days before its end on a version is suggested, 0 to 3660. Default: 180. */
          endingDays?: number;

          /** A table in place of the one that is shipped. Default: the one that is shipped. */
          table?: {
            /** ISO day on which it was put together. */
            compiledOn: string;
            products: Array<{
              /** As manifests are read: `nodejs`, `python`, `postgresql`. */
              id: string;
              name: string;
              kind:
                | 'runtime'
                | 'framework'
                | 'database'
                | 'platform'
                | 'operating_system';
              /** Where the days are from. */
              sourceUrl: string;
              cycles: Array<{
                /** What its versions begin with, a text: `"3.10"`. */
                cycle: string;
                /** Other names: `bookworm`. */
                aliases?: string[];
                /** ISO days. */
                releasedOn?: string;
                activeUntil?: string;
                endsOn?: string;
              }>;
            }>;
          };

          /** A file with such a table, in YAML or JSON. A relative path starts at the backend's working directory. Default: none. */
          tableFile?: string;
        };

        /** Comments that say that something was left undone; see docs/tech-debt-sources.md. */
        todos?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;

          /** How often it is looked for, 1 minute to 31 days. Default: 6 hours. */
          frequency?: HumanDuration | string;

          /** Words that are looked for. Default: all four. */
          keywords?: Array<'TODO' | 'FIXME' | 'HACK' | 'XXX'>;

          /** Suggestions of one entity, 1 to 500. Default: 50. */
          most?: number;

          /** Files of one repository that are looked into, 1 to 50000. Default: 5000. */
          files?: number;

          /** Their size together, in MiB, 1 to 256. Default: 16. */
          mebibytes?: number;

          /** For how long one repository is looked for comments. Default: 10 seconds. */
          timeout?: HumanDuration | string;
        };
      };
    };

    scorecards?: {
      /** What is read of repositories for scorecards. `timeout` and `concurrency` hold for debt as well. */
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
