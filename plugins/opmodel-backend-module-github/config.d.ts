export interface Config {
  opmodel?: {
    /** What GitHub's webhooks say. */
    github?: {
      /** Labels that make a pull request a hotfix, in any case. A branch `hotfix/…` does as well. Default: `hotfix`. */
      hotfixLabels?: string[];

      /** Labels that make an issue an incident, in any case. Default: none, so that issues are not read. */
      incidentLabels?: string[];

      /**
       * Name of the environment to which a published release goes. Default: none, so that a release is no deployment.
       */
      releaseEnvironment?: string;
    };
  };
}
