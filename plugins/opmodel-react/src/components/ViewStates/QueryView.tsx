import type { ReactNode } from 'react';
import type { QueryState } from '../../request/useQueryState';
import { errorStatus } from '../../request/errorStatus';
import { ErrorState } from './ErrorState';
import { LoadingRegion } from './LoadingSkeletons';
import { NoPermission } from './NoPermission';
import { StaleNotice } from './StaleNotice';

/** Props of {@link QueryView}. */
export interface QueryViewProps<T> {
  query: QueryState<T>;
  /** What is asked for, within a sentence: "DORA metrics". */
  subject: string;
  /** Of the final shape. */
  skeleton: ReactNode;
  /** In place of the error when the thing is not known (404). */
  notFound?: ReactNode;
  /** True where the page says already that refreshing fails. */
  quiet?: boolean;
  children: (data: T) => ReactNode;
}

/** The right view of a request in each of its phases; the last good answer stays in sight. */
export function QueryView<T>(props: QueryViewProps<T>) {
  const { query, subject, skeleton, notFound, quiet, children } = props;
  if (query.phase === 'loading') {
    return <LoadingRegion>{skeleton}</LoadingRegion>;
  }
  if (query.phase === 'failed') {
    const status = errorStatus(query.error);
    if (status === 403) {
      return <NoPermission subject={subject} />;
    }
    if (status === 404 && notFound) {
      return <>{notFound}</>;
    }
    return <ErrorState error={query.error} onRetry={query.retry} />;
  }
  return (
    <>
      {query.phase === 'stale' && !quiet && (
        <StaleNotice
          error={query.error}
          loadedAt={query.loadedAt}
          onRetry={query.retry}
        />
      )}
      {children(query.data)}
    </>
  );
}
