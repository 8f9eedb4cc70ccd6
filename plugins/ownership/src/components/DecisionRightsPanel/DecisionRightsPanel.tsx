import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AppliedRights } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useDecisionRights } from '../../hooks/useDecisionRights';
import { pagesRouteRef } from '../../routes';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { useCadenceWords } from '../../words/useCadenceWords';
import { RightsTable } from './RightsTable';

const SKELETON_ROWS = 4;

/** Who decides what about an entity, where they meet, and the way to what was decided. */
export function DecisionRightsPanel(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const rights = useDecisionRights(entityRef);
  return (
    <Panel title={t('rights.title')}>
      <QueryView
        query={rights}
        subject={t('rights.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {answer => <Rights entityRef={entityRef} rights={answer} />}
      </QueryView>
    </Panel>
  );
}

function Rights(props: { entityRef: string; rights: AppliedRights }) {
  const { entityRef, rights } = props;
  const { items, forums, decisions } = rights;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const facts = useFactStyles();
  const cadence = useCadenceWords();
  const pages = useRouteRef(pagesRouteRef)?.();
  const decided = t('rights.decisions', { count: decisions });
  return (
    <>
      {items.length === 0 ? (
        <p className={facts.quiet}>{t('rights.none')}</p>
      ) : (
        <RightsTable rights={items} />
      )}
      {forums.length > 0 && (
        <>
          <h3 className={facts.heading}>{t('rights.forums')}</h3>
          <ul className={facts.list}>
            {forums.map(forum => (
              <li key={forum.ref} className={facts.line}>
                <EntityRefLink entityRef={forum.ref} title={forum.title} />
                {forum.cadence && <span>{cadence(forum.cadence)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={facts.quiet}>
        {pages === undefined ? (
          decided
        ) : (
          <Link to={`${pages}/decisions?${new URLSearchParams({ entityRef })}`}>
            {decided}
          </Link>
        )}
      </p>
    </>
  );
}
