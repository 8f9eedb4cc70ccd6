export interface Config {
  opmodel?: {
    /**
     * What Jira's webhooks say. Words are compared in any case; of several the first in the configuration counts. A kind of word that is
     * left out has its defaults.
     */
    jira?: {
      /**
       * What an issue type or a label makes of an issue. Default: `feature`, `enhancement`, `story`; `bug`, `defect` and `reliability`
       * (reliability); `tech debt`, `technical debt` and `refactoring` (debt); `security`, `vulnerability`; `platform`.
       */
      categories?: {
        [word: string]:
          | 'feature'
          | 'reliability'
          | 'debt'
          | 'security'
          | 'platform';
      };

      /**
       * Where an issue stands by its status; for a status that is not here, its category in Jira decides: to do, active or done.
       * Default: `blocked`; `in progress` (active); `in review` (waiting).
       */
      states?: {
        [status: string]:
          | 'todo'
          | 'active'
          | 'waiting'
          | 'blocked'
          | 'done'
          | 'cancelled';
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

      /** What an issue is committed to: its `sprint`, its `fixVersion`, or `none`. Default: `sprint`. */
      committedBy?: 'sprint' | 'fixVersion' | 'none';

      /** Id of the field that holds the sprints. Default: `customfield_10020`, as it is in Jira Cloud. */
      sprintField?: string;

      /** Id of the field that holds the flag of an impediment. Default: `customfield_10021`, as it is in Jira Cloud. */
      flaggedField?: string;
    };
  };
}
