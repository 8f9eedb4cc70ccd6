import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SuccessionPage as SuccessionRows,
  SuccessionRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  GroupPicker,
  NewestFirstPaging,
  NO_VALUE,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import { ownershipSuccessionTranslationRef } from '../../translations/succession';

const ROWS_PER_PAGE = 20;

const useStyles = makeStyles(theme => ({
  picker: { maxWidth: 360, marginBottom: theme.spacing(1.5) },
}));

/** Systems whose knowledge or on-call rests on one person: counts, never names. */
export function SuccessionPage() {
  const { t } = useTranslationRef(ownershipSuccessionTranslationRef);
  const api = useOpmodelApi();
  const facts = useFactStyles();
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const owner = params.get('owner') ?? undefined;
  const rows = useRowPages(
    {
      filter: { owner },
      requestPage: (page, signal) =>
        api.listSuccession(
          { ...page, ...(owner && { owner: [owner] }) },
          { signal },
        ),
    },
    { rowsPerPage: ROWS_PER_PAGE },
  );
  return (
    <Panel title={t('title')}>
      <p className={facts.quiet}>{t('text')}</p>
      <div className={classes.picker}>
        <GroupPicker
          label={t('owner')}
          value={owner}
          onChange={ref => setParams(ref ? { owner: ref } : {})}
        />
      </div>
      <QueryView
        query={rows.page}
        subject={t('subject')}
        skeleton={<RowsSkeleton rows={8} />}
      >
        {page => (
          <>
            <Rows page={page} />
            {page.totalItems > ROWS_PER_PAGE && (
              <NewestFirstPaging
                label={t('pages')}
                page={page}
                pages={rows}
                rowsPerPage={ROWS_PER_PAGE}
              />
            )}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Rows({ page }: { page: SuccessionRows }) {
  const { items, coverage } = page;
  const { t } = useTranslationRef(ownershipSuccessionTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  const known = {
    systems: formats.count(coverage.systems),
    withKnowledge: formats.count(coverage.withKnowledge),
    withOnCall: formats.count(coverage.withOnCall),
  };
  if (items.length === 0) {
    const isKnown = coverage.withKnowledge > 0 || coverage.withOnCall > 0;
    return isKnown ? (
      <EmptyState
        state="good"
        title={t('noneTitle')}
        description={t('noneText', known)}
      />
    ) : (
      <EmptyState title={t('unknownTitle')} description={t('unknownText')} />
    );
  }
  return (
    <>
      <p className={facts.quiet}>{t('coverage', known)}</p>
      <ScrollArea label={t('title')}>
        <table className={table.table} aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('column.entity')}</th>
              <th scope="col">{t('column.tier')}</th>
              <th scope="col">{t('column.owner')}</th>
              <th scope="col">{t('column.knowledge')}</th>
              <th scope="col">{t('column.onCall')}</th>
              <th scope="col">{t('column.asOf')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(row => (
              <Row key={row.ref} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

function Row({ row }: { row: SuccessionRow }) {
  const { t } = useTranslationRef(ownershipSuccessionTranslationRef);
  const formats = useFormats();
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={row.ref} title={row.title} />
      </th>
      <td>{row.tier ?? NO_VALUE}</td>
      <td>{row.ownerTitle ?? NO_VALUE}</td>
      <td>
        {row.entities === 0 ? (
          <StateChip state="no_data" label={t('knowledgeUnknown')} />
        ) : (
          <StateChip
            state={row.knowledgeOnOne > 0 ? 'attention' : 'good'}
            label={t('knowledge', {
              one: formats.count(row.knowledgeOnOne),
              known: formats.count(row.entities),
            })}
          />
        )}
      </td>
      <td>
        <OnCall onOne={row.onCallOnOne} />
      </td>
      <td>{row.asOf ? <RelativeTime instant={row.asOf} /> : NO_VALUE}</td>
    </tr>
  );
}

function OnCall({ onOne }: { onOne: boolean | null }) {
  const { t } = useTranslationRef(ownershipSuccessionTranslationRef);
  if (onOne === null) {
    return <StateChip state="no_data" label={t('onCallUnknown')} />;
  }
  return onOne ? (
    <StateChip state="attention" label={t('onOne')} />
  ) : (
    <StateChip state="good" label={t('onSeveral')} />
  );
}
