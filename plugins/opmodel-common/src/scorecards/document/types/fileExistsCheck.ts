import type { CheckType } from '../CheckType';

/** Facts that tell of well-known files, by the name of the file in lower case. */
const wellKnownFiles: Readonly<Record<string, string>> = {
  'readme.md': 'repository.hasReadme',
  license: 'repository.hasLicense',
  codeowners: 'repository.hasCodeowners',
  'security.md': 'repository.hasSecurityPolicy',
  'contributing.md': 'repository.hasContributing',
  'changelog.md': 'repository.hasChangelog',
  dockerfile: 'repository.hasDockerfile',
  'agents.md': '"AGENTS.md" in repository.agentInstructions',
  'claude.md': '"CLAUDE.md" in repository.agentInstructions',
  'gemini.md': '"GEMINI.md" in repository.agentInstructions',
};

const namePattern = /^[a-z][a-zA-Z0-9]{0,62}$/;

/** A file lies in the repository. */
export const fileExistsCheck: CheckType = {
  id: 'file-exists',
  title: 'A file exists',
  description:
    'A file lies in the repository: one that is looked for everywhere, or one that the configuration names',
  parameters: {
    path: {
      kind: 'text',
      isRequired: true,
      description:
        'README.md, LICENSE, CODEOWNERS, SECURITY.md, CONTRIBUTING.md, CHANGELOG.md, Dockerfile, AGENTS.md, CLAUDE.md, GEMINI.md, or a name from `opmodel.scorecards.repository.files`',
    },
  },
  expand({ path }) {
    const file = String(path);
    const key = file.toLowerCase();
    const isConfigured = namePattern.test(file);
    const expression = Object.hasOwn(wellKnownFiles, key)
      ? wellKnownFiles[key]
      : `repository.${file}`;
    return Object.hasOwn(wellKnownFiles, key) || isConfigured
      ? {
          name: `Has ${file}`,
          expression,
          failureMessage: `The repository of {{ entity.name }} has no ${file}`,
          solution: `Add ${file} to the repository.`,
        }
      : {
          parameter: 'path',
          expected:
            'must be a well-known file such as README.md, or a name from opmodel.scorecards.repository.files',
        };
  },
};
