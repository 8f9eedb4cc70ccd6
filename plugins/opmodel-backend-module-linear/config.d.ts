export interface Config {
  opmodel?: {
    /**
     * What Linear's webhooks say. Words are compared in any case; of several the first in the configuration counts. A kind of word that is
     * left out has its defaults.
     */
    linear?: {
      /**
       * What a label makes of an issue. Default: `feature`, `enhancement`, `story`; `bug`, `defect` and `reliability`
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
       * Where an issue stands by the name of its status, or by a label while it is begun; else the type of its status in Linear decides.
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
    };
  };
}
