import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { useScorecardPaths } from '../../entity/useScorecardPaths';

/** A scorecard as a link to its page, or its title where the app has no such page. */
export function ScorecardLink(props: {
  scorecardRef: string;
  /** It stands among words, where a link is not to be told by its colour alone. */
  amongWords?: boolean;
  children: ReactNode;
}) {
  const { scorecardRef, amongWords, children } = props;
  const paths = useScorecardPaths();
  return paths ? (
    <Link
      to={paths.scorecard(scorecardRef)}
      underline={amongWords ? 'always' : undefined}
    >
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}
