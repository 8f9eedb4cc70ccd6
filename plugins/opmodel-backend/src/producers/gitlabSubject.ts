/** What the subject of a GitLab CI token says. */
export interface GitlabSubject {
  /** With its groups: `acme/shop/checkout`. */
  project: string;
  refType: 'branch' | 'tag';
  /** Name of the branch or tag. */
  ref: string;
}

const segment = /^[a-z0-9_][a-z0-9_.-]{0,254}$/i;

/**
 * Reads the subject of a GitLab CI token: `project_path:GROUP/PROJECT:ref_type:branch:ref:NAME`.
 *
 * @returns undefined for every other form, such as that of a project which has customised it
 */
export function parseGitlabSubject(subject: string): GitlabSubject | undefined {
  const parts = subject.split(':');
  const [pathKey, project, typeKey, refType, refKey, ref] = parts;
  // Git allows no colon in the name of a ref.
  if (
    parts.length !== 6 ||
    pathKey !== 'project_path' ||
    typeKey !== 'ref_type' ||
    refKey !== 'ref' ||
    ref === '' ||
    (refType !== 'branch' && refType !== 'tag')
  ) {
    return undefined;
  }
  const segments = project.split('/');
  return segments.length >= 2 && segments.every(part => segment.test(part))
    ? { project, refType, ref }
    : undefined;
}
