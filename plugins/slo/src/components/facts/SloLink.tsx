import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { useSloPath } from '../../entity/useSloPath';

/** An SLO as a link to its page, or its title where the app has no such page. */
export function SloLink(props: { sloRef: string; children: ReactNode }) {
  const { sloRef, children } = props;
  const path = useSloPath()(sloRef);
  return path ? <Link to={path}>{children}</Link> : <>{children}</>;
}
