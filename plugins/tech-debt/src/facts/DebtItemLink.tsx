import { Link } from '@backstage/core-components';
import type { ReactNode } from 'react';
import { useTechDebtPaths } from '../entity/useTechDebtPaths';

/** An item as a link to its page, or its title where the app has no such page. */
export function DebtItemLink(props: {
  itemId: string;
  /** It stands among words, where a link is not to be told by its colour alone. */
  amongWords?: boolean;
  children: ReactNode;
}) {
  const { itemId, amongWords, children } = props;
  const paths = useTechDebtPaths();
  return paths ? (
    <Link to={paths.item(itemId)} underline={amongWords ? 'always' : undefined}>
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}
