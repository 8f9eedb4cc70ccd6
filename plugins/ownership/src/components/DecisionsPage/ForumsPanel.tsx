import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type {
  Approver,
  DecisionForum,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NewestFirstPaging,
  NO_VALUE,
  Panel,
  QueryView,
  RowsSkeleton,
  useDenseTableStyles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Fragment } from 'react';
import { FORUMS_PER_PAGE, useDecisionForums } from '../../hooks/useDecisions';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { useCadenceWords } from '../../words/useCadenceWords';
import { OwnerName } from '../facts';

const SKELETON_ROWS = 3;

/** Where decisions are made: everywhere, or about one entity. */
export function ForumsPanel(props: { entityRef?: string }) {
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const facts = useFactStyles();
  const { page, cursors } = useDecisionForums(props.entityRef);
  return (
    <Panel title={t('forums.title')}>
      <QueryView
        query={page}
        subject={t('forums.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {answer =>
          answer.items.length === 0 ? (
            <p className={facts.quiet}>{t('forums.none')}</p>
          ) : (
            <>
              <ForumTable forums={answer.items} />
              {answer.totalItems > FORUMS_PER_PAGE && (
                <NewestFirstPaging
                  label={t('forums.pages')}
                  page={answer}
                  pages={cursors.pagesAround(answer.nextCursor)}
                  rowsPerPage={FORUMS_PER_PAGE}
                />
              )}
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function ForumTable(props: { forums: readonly DecisionForum[] }) {
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const cadence = useCadenceWords();
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('forums.title')}>
        <thead>
          <tr>
            <th scope="col">{t('forums.name')}</th>
            <th scope="col">{t('forums.purpose')}</th>
            <th scope="col">{t('forums.cadence')}</th>
            <th scope="col">{t('forums.chair')}</th>
            <th scope="col">{t('forums.members')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.forums.map(forum => (
            <tr key={forum.ref}>
              <th scope="row">
                <EntityRefLink entityRef={forum.ref} title={forum.title} />
                {forum.url && (
                  <>
                    {' · '}
                    <Link to={forum.url}>{t('forums.notes')}</Link>
                  </>
                )}
              </th>
              <td>{forum.purpose ?? NO_VALUE}</td>
              <td>
                {forum.cadence === null ? NO_VALUE : cadence(forum.cadence)}
              </td>
              <td>
                <Names approvers={forum.chair ? [forum.chair] : []} />
              </td>
              <td>
                <Names approvers={forum.members} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function Names(props: { approvers: readonly Approver[] }) {
  const { approvers } = props;
  return approvers.length === 0 ? (
    <>{NO_VALUE}</>
  ) : (
    <>
      {approvers.map(({ ref, title, exists }, at) => (
        <Fragment key={ref}>
          {at > 0 && ', '}
          <OwnerName entityRef={ref} title={title} exists={exists} />
        </Fragment>
      ))}
    </>
  );
}
