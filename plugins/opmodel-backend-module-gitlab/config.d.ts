export interface Config {
  opmodel?: {
    /** What GitLab's webhooks say. */
    gitlab?: {
      /** Labels that make a merge request a hotfix, in any case. A branch `hotfix/…` does as well. Default: `hotfix`. */
      hotfixLabels?: string[];
    };
  };
}
