import { Link, LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { ScorecardDraft } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  moveBetweenRows,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardPaths } from '../entity/useScorecardPaths';
import { scorecardDraftsTranslationRef } from './translation';

const SKELETON_ROWS = 5;

/** The drafts that the caller may edit. */
export function DraftsPage() {
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const api = useOpmodelApi();
  const drafts = useQueryState({
    key: 'drafts',
    subject: 'drafts',
    request: signal => api.listScorecardDrafts({ signal }),
  });
  const scorecards = useQueryState({
    key: 'scorecards',
    subject: 'scorecards',
    request: signal => api.listScorecards({ signal }),
  });
  const mayCreate = scorecards.data?.mayCreate ?? false;
  const begin = mayCreate && <NewDraftLink />;
  return (
    <QueryView
      query={drafts}
      subject={t('subject')}
      skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={t('emptyTitle')}
            description={t('emptyText')}
            step={{ text: t(mayCreate ? 'emptyStep' : 'notAllowed') }}
            action={begin}
          />
        ) : (
          <DraftList drafts={items} begin={begin} />
        )
      }
    </QueryView>
  );
}

function NewDraftLink() {
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const paths = useScorecardPaths();
  return paths ? (
    <LinkButton
      to={paths.newDraft()}
      size="small"
      color="primary"
      variant="contained"
      style={{ textTransform: 'none' }}
    >
      {t('new')}
    </LinkButton>
  ) : null;
}

function DraftList(props: {
  drafts: readonly ScorecardDraft[];
  begin: React.ReactNode;
}) {
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  return (
    <Panel flush title={t('title')} actions={props.begin}>
      <p className={facts.quiet} style={{ padding: '0 16px' }}>
        {t('caption')}
      </p>
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('column.scorecard')}</th>
              <th scope="col">{t('column.state')}</th>
              <th scope="col">{t('column.problems')}</th>
              <th scope="col" className={table.number}>
                {t('column.changes')}
              </th>
              <th scope="col">{t('column.kept')}</th>
            </tr>
          </thead>
          <TableBody onKeyDown={moveBetweenRows}>
            {props.drafts.map(draft => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </TableBody>
        </table>
      </div>
    </Panel>
  );
}

function DraftRow(props: { draft: ScorecardDraft }) {
  const { draft } = props;
  const { name, spec, basedOn, isOutdated, problems, changes } = draft;
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const paths = useScorecardPaths();
  const title =
    typeof spec.title === 'string' && spec.title ? spec.title : name;
  return (
    <tr>
      <th scope="row">
        {paths ? (
          <Link to={paths.draft(draft.id)} underline="always">
            {title}
          </Link>
        ) : (
          title
        )}{' '}
        {title !== name && <span className={table.quiet}>{name}</span>}
      </th>
      <td>
        {basedOn === null
          ? t('isNew')
          : t('basedOn', { version: formats.count(basedOn) })}{' '}
        {isOutdated && <StateChip state="attention" label={t('outdated')} />}
      </td>
      <td>
        {problems.length === 0 ? (
          <span className={table.quiet}>{t('noProblems')}</span>
        ) : (
          <StateChip state="error" label={formats.count(problems.length)} />
        )}
      </td>
      <td className={table.number}>{formats.count(changes.length)}</td>
      <td>
        {t('by', {
          when: <RelativeTime instant={draft.updatedAt} />,
          who: <EntityRefLink entityRef={draft.updatedBy} />,
        })}
      </td>
    </tr>
  );
}
