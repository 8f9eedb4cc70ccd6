import { HumanDuration } from '@backstage/types';

export interface Config {
  opmodel?: {
    techDebt?: {
      suggestions?: {
        /** Files that most of the work of a component goes into; see docs/tech-debt-sources.md. */
        hotspots?: {
          /** Whether it is looked for. What was suggested stays. Default: true. */
          enabled?: boolean;

          /** How often it is looked for, 1 minute to 31 days. Default: 24 hours. */
          frequency?: HumanDuration | string;

          /** How many days of history count, 1 to 3660. Default: 90. */
          days?: number;
          /** Commits in that time below which a file is none, 1 or more. Default: 10. */
          leastCommits?: number;
          /** Share of the files that changed whose score is no higher, 0 to 1. Default: 0.98. */
          percentile?: number;
          /** Suggestions of one component, 1 to 100. Default: 10. */
          most?: number;
        };
      };
    };

    /** Delivery facts from git histories. */
    git?: {
      /**
       * Folder in which the clones are kept. It must belong to the user of the backend alone. It may be lost: then the
       * repositories are cloned again. A relative path starts at the backend's working directory.
       * Default: `opmodel-git` below `backend.workingDirectory`, else below the folder for temporary files.
       */
      cacheDirectory?: string;

      /**
       * Folders of this machine that stand in for repositories, by address. Only configuration can name them: an annotation
       * never makes the backend read its disk.
       */
      mirrors?: Array<{
        /** Address of the repository as the catalog's annotations give it. */
        url: string;
        /** Folder of a clone, bare or not. A relative path starts at the backend's working directory. */
        path: string;
      }>;

      /**
       * Repositories that are not read, as patterns of host and path, such as `git.example.com/archive/**`. `*` is any text within
       * a part, `**` any number of parts. Entities may name them without being a problem. Default: none.
       */
      ignore?: string[];

      /**
       * What counts as a deployment: each tag that matches `tagPattern`, each commit of the main line, or nothing.
       * Annotation: `opmodel.io/git-deployments`. Default: `tags`.
       */
      deployments?: 'tags' | 'mainline' | 'none';

      /**
       * Which tags are releases. `{version}` stands for three numbers with or without a leading `v` and without a
       * pre-release, `{component}` for the entity's name, `{path}` for its folder, `*` for any text.
       * Annotation: `opmodel.io/git-tag-pattern`. Default: `{version}`.
       */
      tagPattern?: string;

      /** Branch of the main line. Annotation: `opmodel.io/git-branch`. Default: the one that the server names as its HEAD. */
      branch?: string;

      /** Environment to which the deployments go. Default: `production`. */
      environment?: string;

      /** A patch release within this time after the first release of its minor version is a hotfix. Default: `P7D`. */
      hotfixWindow?: HumanDuration | string;

      /**
       * How far back to read when a repository is read for the first time. Default: `P5Y`.
       */
      history?: HumanDuration | string;

      /** Repositories that are read at the same time. Default: 2. */
      concurrency?: number;

      /** A repository beyond a limit is not read, and appears among the collector's problems. */
      limits?: {
        /** Time for one clone or fetch. Default: `PT10M`. */
        fetchTimeout?: HumanDuration | string;
        /** Size of one clone on disk, in MiB. Default: 2048. */
        repositoryMebibytes?: number;
        /** Commits of one repository. Default: 250000. */
        commits?: number;
      };
    };
  };
}
