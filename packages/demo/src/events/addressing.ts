import type { DeliveryProfile } from '../organisation/DeliveryProfile';

/** Where the demo organisation keeps its repositories. */
export function repositoryUrl(repository: string): string {
  return `https://git.example.com/marrowby/${repository}`;
}

/** Ref of a component in the catalog. */
export function componentRef(name: string): string {
  return `component:default/${name}`;
}

/** Fields of the profile that name components the way their systems do. */
export interface Address {
  entityRef?: string;
  entityRefs?: string[];
  repositoryUrl?: string;
  paths?: string[];
}

/** How a deployment names its component; where the answer is empty, the name of the service must do. */
export function addressOfDeployment(profile: DeliveryProfile): Address {
  switch (profile.reporting.address) {
    case 'entityRef':
      return { entityRef: componentRef(profile.component) };
    case 'repository':
      return {
        repositoryUrl: repositoryUrl(profile.repository),
        ...(profile.path && { paths: [profile.path] }),
      };
    default:
      return {};
  }
}

/**
 * How a change names the components it touches. A code host knows repositories and paths; only the newest pipelines know the
 * catalog.
 */
export function addressOfChange(
  touched: readonly DeliveryProfile[],
  changedFile: (path: string) => string,
): Address {
  const [first] = touched;
  if (first.reporting.address === 'entityRef') {
    const refs = touched.map(({ component }) => componentRef(component));
    return refs.length === 1 ? { entityRef: refs[0] } : { entityRefs: refs };
  }
  const paths = touched.flatMap(({ path }) => (path ? [path] : []));
  return {
    repositoryUrl: repositoryUrl(first.repository),
    ...(paths.length > 0 && { paths: paths.map(changedFile) }),
  };
}
