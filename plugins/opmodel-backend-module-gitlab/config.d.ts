export interface Config {
  opmodel?: {
    /** What GitLab's webhooks say. */
    gitlab?: {
      /** Labels that make a merge request a hotfix, in any case. A branch `hotfix/…` does as well. Default: `hotfix`. */
      hotfixLabels?: string[];

      /**
       * Makes issues work items. Words are labels, in any case; of several the first in
       * the configuration counts. Default: none, so that issues are no work items; `{}` takes the defaults of each kind of word.
       */
      workItems?: {
        /**
         * What a word makes of an issue. Default: `feature`, `enhancement`, `story`; `bug`, `defect` and `reliability` (reliability); `tech debt`, `technical
         * debt` and `refactoring` (debt); `security`, `vulnerability`; `platform`.
         */
        categories?: {
          [word: string]:
            | 'feature'
            | 'reliability'
            | 'debt'
            | 'security'
            | 'platform';
        };

        /** Where a label says that an open issue stands. Default: `blocked`; `in progress` (active); `in review` (waiting). */
        states?: {
          [word: string]: 'todo' | 'active' | 'waiting' | 'blocked';
        };

        /** Where a label says that a defect was found. Default: `found in production`, `found in staging`, `found in testing`. */
        foundIn?: {
          [word: string]:
            | 'production'
            | 'staging'
            | 'testing'
            | 'development'
            | 'other';
        };

        /** Beginning of the labels that name the period to which an issue is committed, such as `committed: `. Default: none, because GitLab names no milestone. */
        periodPrefix?: string;
      };
    };
  };
}
