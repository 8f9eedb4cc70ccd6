import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { useScorecardPaths } from '../../entity/useScorecardPaths';

/** A scorecard as a link to its page, or its title where the app has no such page. */
export function ScorecardLink(props: {
  scorecardRef: string;
  children: ReactNode;
}) {
  const { scorecardRef, children } = props;
  const paths = useScorecardPaths();
  return paths ? (
    <Link to={paths.scorecard(scorecardRef)}>{children}</Link>
  ) : (
    <>{children}</>
  );
}
